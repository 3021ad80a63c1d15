// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/protocols/h323/h245.h"

#include "helpers/protocols/h323/h323roles.h"

// The tables follow the order of the recommendation's ASN.1, since that is what is encoded; a comment gives a field its
// name there. "yes" is OPTIONAL.

namespace Trackhand::H245 {

using namespace Per;
using H323::Role;
using H323::tag;

namespace {

constexpr bool yes = true;

constexpr Type ChannelNumber = integer(1, 65535);

constexpr Field ManufacturerFields[] = {{&Byte}, {&Byte}, {&Word}};
constexpr Type Manufacturer = sequence(ManufacturerFields);
constexpr Field IdentifierKinds[] = {{&Object}, {&Manufacturer}};
constexpr Type Identifier = choice(IdentifierKinds);
constexpr Field NonStandardFields[] = {{&Identifier}, {&AnyOctets}};
constexpr Type NonStandard = sequence(NonStandardFields);
constexpr Field NonStandardElement[] = {{&NonStandard}};
constexpr Type NonStandards = listOf(NonStandardElement);

// TransportAddress. Multicast needs no expectation, and source routes get none.
constexpr Type TwoOctets = octets(2, 2);
constexpr Type SixOctets = octets(6, 6);
constexpr Field Ipv4Fields[] = {{&Ipv4Endpoint}};
constexpr Type Ipv4Address = extensibleSequence(Ipv4Fields);
constexpr Field Ipv6Fields[] = {{&Ipv6Endpoint}};
constexpr Type Ipv6Address = extensibleSequence(Ipv6Fields);
constexpr Field IpxFields[] = {{&SixOctets}, {&FourOctets}, {&TwoOctets}};
constexpr Type IpxAddress = extensibleSequence(IpxFields);
constexpr Field RoutingKinds[] = {{&Nothing}, {&Nothing}};
constexpr Type Routing = choice(RoutingKinds);
constexpr Field HopElement[] = {{&FourOctets}};
constexpr Type Hops = listOf(HopElement);
constexpr Field SourceRouteFields[] = {{&Routing}, {&FourOctets}, {&Word}, {&Hops}};
constexpr Type SourceRoute = extensibleSequence(SourceRouteFields);
constexpr Field UnicastKinds[] = {{&Ipv4Address}, {&IpxAddress}, {&Ipv6Address}, {&SixteenOctets}, {&SourceRoute}};
constexpr Type Unicast = extensibleChoice(UnicastKinds);
constexpr Field Multicast4Fields[] = {{&FourOctets}, {&Word}};
constexpr Type Multicast4 = extensibleSequence(Multicast4Fields);
constexpr Field Multicast6Fields[] = {{&SixteenOctets}, {&Word}};
constexpr Type Multicast6 = extensibleSequence(Multicast6Fields);
constexpr Field MulticastKinds[] = {{&Multicast4}, {&Multicast6}};
constexpr Type Multicast = extensibleChoice(MulticastKinds);
constexpr Field TransportKinds[] = {{&Unicast}, {&Multicast}};
constexpr Type Transport = extensibleChoice(TransportKinds);

// DataType
constexpr Type PictureInterval4 = integer(1, 4);
constexpr Type H261Rate = integer(1, 19200);
constexpr Field H261Fields[] = {{&PictureInterval4, yes}, {&PictureInterval4, yes}, // qcifMPI, cifMPI
    {&Boolean}, {&H261Rate}, {&Boolean}};
constexpr Type H261 = extensibleSequence(H261Fields);
constexpr Type MpegRate = integer(0, 1073741823);
constexpr Type MpegBuffer = integer(0, 262143);
constexpr Type MpegSize = integer(0, 16383);
constexpr Type MpegPictures = integer(0, 15);
constexpr Field H262Fields[] = {{&Boolean}, {&Boolean}, {&Boolean}, {&Boolean}, {&Boolean}, {&Boolean}, {&Boolean},
    {&Boolean}, {&Boolean}, {&Boolean}, {&Boolean}, // profiles and levels
    {&MpegRate, yes}, {&MpegBuffer, yes}, {&MpegSize, yes}, {&MpegSize, yes}, {&MpegPictures, yes}, {&Long, yes}};
constexpr Type H262 = extensibleSequence(H262Fields);
constexpr Type PictureInterval32 = integer(1, 32);
constexpr Type H263Rate = integer(1, 192400);
constexpr Type H263Reference = integer(0, 524287);
constexpr Field H263Fields[] = {{&PictureInterval32, yes}, {&PictureInterval32, yes}, {&PictureInterval32, yes},
    {&PictureInterval32, yes}, {&PictureInterval32, yes}, // sqcifMPI to cif16MPI
    {&H263Rate}, {&Boolean}, {&Boolean}, {&Boolean}, {&Boolean}, {&Boolean}, {&H263Reference, yes},
    {&Word, yes}}; // hrd-B, bppMaxKb
constexpr Type H263 = extensibleSequence(H263Fields);
constexpr Field Mpeg1Fields[] = {{&Boolean}, {&MpegRate, yes}, {&MpegBuffer, yes}, {&MpegSize, yes}, {&MpegSize, yes},
    {&MpegPictures, yes}, {&Long, yes}};
constexpr Type Mpeg1 = extensibleSequence(Mpeg1Fields);
constexpr Field VideoKinds[] = {{&NonStandard}, {&H261}, {&H262}, {&H263}, {&Mpeg1}};
constexpr Type Video = extensibleChoice(VideoKinds);

constexpr Type Frames = integer(1, 256);
constexpr Field G7231Fields[] = {{&Frames}, {&Boolean}};
constexpr Type G7231 = sequence(G7231Fields);
constexpr Field AudioKinds[] = {{&NonStandard}, {&Frames}, {&Frames}, {&Frames}, {&Frames}, // g711
    {&Frames}, {&Frames}, {&Frames}, // g722
    {&G7231}, {&Frames}, {&Frames}, {&Frames}, // g728, g729, g729AnnexA
    {&Unread}, {&Unread}}; // is11172, is13818
constexpr Type Audio = extensibleChoice(AudioKinds);

constexpr Field DataProtocolKinds[] = {
    {&NonStandard}, {&Nothing}, {&Nothing}, {&Nothing}, {&Nothing}, {&Nothing}, {&Nothing}};
constexpr Type DataProtocol = extensibleChoice(DataProtocolKinds);
constexpr Field NlpidFields[] = {{&DataProtocol}, {&AnyOctets}};
constexpr Type Nlpid = sequence(NlpidFields);
constexpr Field ApplicationKinds[] = {{&NonStandard}, {&DataProtocol}, {&DataProtocol}, {&DataProtocol}, // to userData
    {&Unread}, {&DataProtocol}, {&DataProtocol}, {&Nlpid}, {&Nothing}, {&DataProtocol}}; // t84 to h222DataPartitioning
constexpr Type Application = extensibleChoice(ApplicationKinds);
constexpr Field DataFields[] = {{&Application}, {&Long}};
constexpr Type Data = extensibleSequence(DataFields);
constexpr Field EncryptionKinds[] = {{&NonStandard}, {&Nothing}};
constexpr Type Encryption = extensibleChoice(EncryptionKinds);
constexpr Field DataTypeKinds[] = {{&NonStandard}, {&Nothing}, {&Video}, {&Audio}, {&Data}, {&Encryption}};
constexpr Type DataType = extensibleChoice(DataTypeKinds);

// H2250LogicalChannelParameters
constexpr Type SessionNumber = integer(1, 255);
constexpr Type TerminalNumber = integer(0, 192);
constexpr Field TerminalLabelFields[] = {{&TerminalNumber}, {&TerminalNumber}};
constexpr Type TerminalLabel = extensibleSequence(TerminalLabelFields);
constexpr Type DynamicPayload = integer(96, 127);
constexpr Field PacketizationKinds[] = {{&Nothing}};
constexpr Type Packetization = extensibleChoice(PacketizationKinds);
constexpr Field ParameterFields[] = {
    {&NonStandards, yes},
    {&Byte}, // sessionID
    {&SessionNumber, yes}, // associatedSessionID
    {&Transport, yes, tag(Role::Media)},
    {&Boolean, yes}, // mediaGuaranteedDelivery
    {&Transport, yes, tag(Role::MediaControl)},
    {&Boolean, yes}, // mediaControlGuaranteedDelivery
    {&Boolean, yes}, // silenceSuppression
    {&TerminalLabel, yes}, // destination
    {&DynamicPayload, yes},
    {&Packetization, yes},
};
constexpr Type Parameters = extensibleSequence(ParameterFields);
constexpr Field ParametersOnly[] = {{&Parameters}};

// OpenLogicalChannel
constexpr Field ForwardMultiplexKinds[] = {{&Unread}, {&Unread}, {&Unread}};
constexpr Type ForwardMultiplex = extensibleChoice(ForwardMultiplexKinds, ParametersOnly);
constexpr Field ForwardFields[] = {{&Word, yes}, {&DataType}, {&ForwardMultiplex}};
constexpr Type Forward = extensibleSequence(ForwardFields);
constexpr Field ReverseMultiplexKinds[] = {{&Unread}, {&Unread}};
constexpr Type ReverseMultiplex = extensibleChoice(ReverseMultiplexKinds, ParametersOnly);
constexpr Field ReverseFields[] = {{&DataType}, {&ReverseMultiplex, yes}};
constexpr Type Reverse = extensibleSequence(ReverseFields);

constexpr Field DistributionKinds[] = {{&Nothing}, {&Nothing}};
constexpr Type Distribution = extensibleChoice(DistributionKinds);
constexpr Field Q2931Kinds[] = {{&Unread}, {&Unread}};
constexpr Type Q2931 = extensibleChoice(Q2931Kinds);
constexpr Field NetworkAddressKinds[] = {{&Q2931}, {&Digits}, {&Transport, false, tag(Role::Data)}};
constexpr Type NetworkAddress = extensibleChoice(NetworkAddressKinds);
constexpr Field StackFields[] = {{&Distribution, yes}, {&NetworkAddress}, {&Boolean}, {&Unread, yes}};
constexpr Type Stack = extensibleSequence(StackFields);
constexpr Field StackAddition[] = {{&Stack}};

constexpr Field ChannelFields[] = {{&ChannelNumber}, {&Forward}, {&Reverse, yes}};

// OpenLogicalChannelAck
constexpr Field AckReverseMultiplexKinds[] = {{&Unread}};
constexpr Type AckReverseMultiplex = extensibleChoice(AckReverseMultiplexKinds, ParametersOnly);
constexpr Field AckReverseFields[] = {{&ChannelNumber}, {&Word, yes}, {&AckReverseMultiplex, yes}};
constexpr Type AckReverse = extensibleSequence(AckReverseFields);
constexpr Field AckParameterFields[] = {
    {&NonStandards, yes},
    {&SessionNumber, yes}, // sessionID
    {&Transport, yes, tag(Role::Media)},
    {&Transport, yes, tag(Role::MediaControl)},
    {&DynamicPayload, yes},
};
constexpr Type AckParameters = extensibleSequence(AckParameterFields);
constexpr Field AckForwardKinds[] = {{&AckParameters}};
constexpr Type AckForward = extensibleChoice(AckForwardKinds);
constexpr Field AckFields[] = {{&ChannelNumber}, {&AckReverse, yes}};
constexpr Field AckAdditions[] = {{&Stack}, {&AckForward}};
constexpr Type ChannelAck = extensibleSequence(AckFields, AckAdditions);

// MultimediaSystemControlMessage
constexpr Field RequestKinds[] = {
    {&Unread},
    {&Unread, false, 0, "MasterSlaveDetermination"},
    {&Unread, false, 0, "TerminalCapabilitySet"},
    {&Channel, false, 0, "OpenLogicalChannel"},
    {&Unread, false, 0, "CloseLogicalChannel"},
    {&Unread, false, 0, "RequestChannelClose"},
    {&Unread},
    {&Unread},
    {&Unread, false, 0, "RequestMode"},
    {&Unread, false, 0, "RoundTripDelayRequest"},
    {&Unread},
};
constexpr Type Request = extensibleChoice(RequestKinds);
constexpr Field ResponseKinds[] = {
    {&Unread},
    {&Unread, false, 0, "MasterSlaveDeterminationAck"},
    {&Unread, false, 0, "MasterSlaveDeterminationReject"},
    {&Unread, false, 0, "TerminalCapabilitySetAck"},
    {&Unread, false, 0, "TerminalCapabilitySetReject"},
    {&ChannelAck, false, 0, "OpenLogicalChannelAck"},
    {&Unread, false, 0, "OpenLogicalChannelReject"},
    {&Unread, false, 0, "CloseLogicalChannelAck"},
    {&Unread, false, 0, "RequestChannelCloseAck"},
    {&Unread, false, 0, "RequestChannelCloseReject"},
    {&Unread},
    {&Unread},
    {&Unread},
    {&Unread},
    {&Unread, false, 0, "RequestModeAck"},
    {&Unread, false, 0, "RequestModeReject"},
    {&Unread, false, 0, "RoundTripDelayResponse"},
    {&Unread},
    {&Unread},
};
constexpr Type Response = extensibleChoice(ResponseKinds);
constexpr Field MessageKinds[] = {
    {&Request}, {&Response}, {&Unread, false, 0, "command"}, {&Unread, false, 0, "indication"}};

} // namespace

constinit const Type Channel = extensibleSequence(ChannelFields, StackAddition);
constinit const Type ControlMessage = extensibleChoice(MessageKinds);

} // namespace Trackhand::H245
