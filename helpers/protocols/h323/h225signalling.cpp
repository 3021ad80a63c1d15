// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/protocols/h323/h225tables.h"

#include "helpers/protocols/h323/h245.h"
#include "helpers/protocols/h323/h323roles.h"

#include <iterator>

// The tables follow the order of the recommendation's ASN.1, since that is what is encoded; a comment gives a field its
// name there. "yes" is OPTIONAL, {} an addition that is passed over.

namespace Trackhand::H225 {

using namespace Per;
using H323::Role;
using H323::tag;

namespace {

constexpr bool yes = true;

// NonStandardParameter
constexpr Field ManufacturerFields[] = {{&Byte}, {&Byte}, {&Word}};
constexpr Type Manufacturer = extensibleSequence(ManufacturerFields); // H221NonStandard
constexpr Field IdentifierKinds[] = {{&Object}, {&Manufacturer}};
constexpr Type Identifier = extensibleChoice(IdentifierKinds);
constexpr Field NonStandardFields[] = {{&Identifier}, {&AnyOctets}};
constexpr Field NonStandardAlone[] = {{&NonStandard, yes}};

// TransportAddress
constexpr Type TwoOctets = octets(2, 2);
constexpr Type SixOctets = octets(6, 6);
constexpr Type Nsap = octets(1, 20);
constexpr Field HopElement[] = {{&FourOctets}};
constexpr Type Hops = listOf(HopElement);
constexpr Field RoutingKinds[] = {{&Nothing}, {&Nothing}};
constexpr Type Routing = extensibleChoice(RoutingKinds);
constexpr Field SourceRouteFields[] = {{&FourOctets}, {&Word}, {&Hops}, {&Routing}};
constexpr Type SourceRoute = extensibleSequence(SourceRouteFields);
constexpr Field IpxFields[] = {{&SixOctets}, {&FourOctets}, {&TwoOctets}};
constexpr Type IpxAddress = sequence(IpxFields);
constexpr Field Ipv6Fields[] = {{&Ipv6Endpoint}};
constexpr Type Ipv6Address = extensibleSequence(Ipv6Fields);
constexpr Field TransportKinds[] = {
    {&Ipv4Endpoint}, {&SourceRoute}, {&IpxAddress}, {&Ipv6Address}, {&SixteenOctets}, {&Nsap}, {&NonStandard}};

// AliasAddress
constexpr Type Name {.kind = Kind::Characters16, .lower = 1, .upper = 256};
constexpr Field AliasKinds[] = {{&Digits}, {&Name}};
constexpr Type Alias = extensibleChoice(AliasKinds);
constexpr Field AliasElement[] = {{&Alias}};

// EndpointType
constexpr Type Product = octets(1, 256);
constexpr Field VendorFields[] = {{&Manufacturer}, {&Product, yes}, {&Product, yes}};
constexpr Type Vendor = extensibleSequence(VendorFields);
constexpr Type Capabilities = extensibleSequence(NonStandardAlone); // H310Caps to T120OnlyCaps are all alike
constexpr Field ProtocolKinds[] = {{&NonStandard}, {&Capabilities}, {&Capabilities}, {&Capabilities}, {&Capabilities},
    {&Capabilities}, {&Capabilities}, {&Capabilities}, {&Capabilities}};
constexpr Type Protocol = extensibleChoice(ProtocolKinds);
constexpr Field ProtocolElement[] = {{&Protocol}};
constexpr Type Protocols = listOf(ProtocolElement);
constexpr Field GatewayFields[] = {{&Protocols, yes}, {&NonStandard, yes}};
constexpr Type Gateway = extensibleSequence(GatewayFields);
constexpr Type Plain = extensibleSequence(NonStandardAlone); // GatekeeperInfo, McuInfo, TerminalInfo
constexpr Field EndpointFields[] = {{&NonStandard, yes}, {&Vendor, yes}, {&Plain, yes}, {&Gateway, yes}, {&Plain, yes},
    {&Plain, yes}, {&Boolean}, {&Boolean}};

// The rest of what lies before the addresses.
constexpr Field FourKinds[] = {{&Nothing}, {&Nothing}, {&Nothing}, {&Nothing}};
constexpr Type Goal = extensibleChoice(std::span(FourKinds).first<3>());
constexpr Type FacilityReason = extensibleChoice(FourKinds);
constexpr Field ReleaseReasons[] = {{&Nothing}, {&Nothing}, {&Nothing}, {&Nothing}, {&Nothing}, {&Nothing}, {&Nothing},
    {&Nothing}, {&Nothing}, {&Nothing}, {&Nothing}, {&Nothing}};
constexpr Type ReleaseReason = extensibleChoice(ReleaseReasons);
constexpr Field ConferenceFields[] = {{&Boolean}, {&Boolean}};
constexpr Type Conference = extensibleSequence(ConferenceFields); // Q954Details
constexpr Field ServiceFields[] = {
    {&Boolean}, {&Boolean}, {&Boolean}, {&Boolean}, {&Boolean}, {&Boolean}, {&Boolean}, {&Conference}};
constexpr Type Services = extensibleSequence(ServiceFields); // QseriesOptions
constexpr Field ReferenceElement[] = {{&Word}};
constexpr Type References = listOf(ReferenceElement);
constexpr Field CallIdentifierFields[] = {{&SixteenOctets}};
constexpr Type CallIdentifier = extensibleSequence(CallIdentifierFields);
constexpr Field SecurityModeKinds[] = {{&NonStandard}, {&Nothing}, {&Nothing}};
constexpr Type SecurityMode = extensibleChoice(SecurityModeKinds);
constexpr Field SecurityFields[] = {{&NonStandard, yes}, {&SecurityMode}, {&SecurityMode}, {&SecurityMode}};
constexpr Type Security = extensibleSequence(SecurityFields);
constexpr Field ControlSecurityKinds[] = {{&NonStandard}, {&Nothing}, {&Security}, {&Security}};
constexpr Type ControlSecurity = extensibleChoice(ControlSecurityKinds); // H245Security

// OCTET STRINGs that hold messages of H.245.
constexpr Field ChannelContent[] = {{&H245::Channel}};
constexpr Type ContainedChannel = containing(ChannelContent);
constexpr Field ChannelElement[] = {{&ContainedChannel}};
constexpr Type FastStart = listOf(ChannelElement);
constexpr Field ControlContent[] = {{&H245::ControlMessage}};
constexpr Type ContainedControl = containing(ControlContent);
constexpr Field ControlElement[] = {{&ContainedControl}};
constexpr Type Tunnelled = listOf(ControlElement);

// The messages.
constexpr Field SetupFields[] = {
    {&Object},
    {&Transport, yes, tag(Role::Control)},
    {&Aliases, yes}, // sourceAddress
    {&EndpointType}, // sourceInfo
    {&Aliases, yes}, // destinationAddress
    {&Transport, yes, tag(Role::ReceiverSignalling)},
    {&Aliases, yes}, // destExtraCallInfo
    {&References, yes}, // destExtraCRV
    {&Boolean}, // activeMC
    {&SixteenOctets}, // conferenceID
    {&Goal},
    {&Services, yes},
    {&CallType},
};
constexpr Field SetupAdditions[] = {{&Transport, yes, tag(Role::SenderSignalling)}, {}, {}, {}, {}, {}, {&FastStart},
    {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {&Tunnelled}}; // parallelH245Control
static_assert(std::size(SetupAdditions) == 25);
constexpr Type Setup = extensibleSequence(SetupFields, SetupAdditions);

constexpr Field AnswerFields[] = {{&Object}, {&EndpointType}, {&Transport, yes, tag(Role::Control)}};
constexpr Field AnswerAdditions[] = {{}, {}, {}, {}, {&FastStart}};
constexpr Type Answer = extensibleSequence(AnswerFields, AnswerAdditions); // CallProceeding, Alerting
constexpr Field ConnectFields[] = {{&Object}, {&Transport, yes, tag(Role::Control)}, {&EndpointType}, {&SixteenOctets}};
constexpr Type Connect = extensibleSequence(ConnectFields, AnswerAdditions);
constexpr Field InformationFields[] = {{&Object}};
constexpr Type Information = extensibleSequence(InformationFields);
constexpr Field ReleaseFields[] = {{&Object}, {&ReleaseReason, yes}};
constexpr Type Release = extensibleSequence(ReleaseFields);
constexpr Field FacilityFields[] = {
    {&Object}, {&Transport, yes, tag(Role::Route)}, {&Aliases, yes}, {&SixteenOctets, yes}, {&FacilityReason}};
constexpr Field FacilityAdditions[] = {{}, {}, {}, {}, {}, {}, {&Transport, yes, tag(Role::Control)}, {&FastStart}};
constexpr Type Facility = extensibleSequence(FacilityFields, FacilityAdditions);
constexpr Field ProgressFields[] = {{&Object}, {&EndpointType}, {&Transport, yes, tag(Role::Control)},
    {&CallIdentifier}, {&ControlSecurity, yes}, {&Unread, yes}, {&Unread, yes}, {&FastStart, yes}};
constexpr Type Progress = extensibleSequence(ProgressFields);

constexpr Field BodyKinds[] = {
    {&Setup, false, 0, "Setup"},
    {&Answer, false, 0, "CallProceeding"},
    {&Connect, false, 0, "Connect"},
    {&Answer, false, 0, "Alerting"},
    {&Information, false, 0, "Information"},
    {&Release, false, 0, "ReleaseComplete"},
    {&Facility, false, 0, "Facility"},
};
constexpr Field BodyAdditions[] = {{&Progress, false, 0, "Progress"}, {&Nothing, false, 0, "Facility"}};
constexpr Type Body = extensibleChoice(BodyKinds, BodyAdditions);
constexpr Field UnitFields[] = {{&Body}, {&NonStandard, yes}};
constexpr Field UnitAdditions[] = {{}, {}, {&Tunnelled}}; // h245Control
constexpr Type Unit = extensibleSequence(UnitFields, UnitAdditions); // H323-UU-PDU
constexpr Field UserFields[] = {{&Unit}, {&Unread, yes}};

} // namespace

constinit const Type NonStandard = sequence(NonStandardFields);
constinit const Type Transport = extensibleChoice(TransportKinds);
constinit const Type EndpointType = extensibleSequence(EndpointFields);
constinit const Type Aliases = listOf(AliasElement);
constinit const Type CallType = extensibleChoice(FourKinds);
constinit const Type UserInformation = extensibleSequence(UserFields);

} // namespace Trackhand::H225
