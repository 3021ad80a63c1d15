// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/protocols/h323/h225tables.h"

#include "helpers/protocols/h323/h323roles.h"

// The tables follow the order of the recommendation's ASN.1, since that is what is encoded; a comment gives a field its
// name there. "yes" is OPTIONAL. What lies behind the last address is only counted.

namespace Trackhand::H225 {

using namespace Per;
using H323::Role;
using H323::tag;

namespace {

constexpr bool yes = true;

constexpr Type SequenceNumber = integer(1, 65535);
constexpr Type Identifier {.kind = Kind::Characters16, .lower = 1, .upper = 128}; // of endpoint or gatekeeper

constexpr Field RegisteredElement[] = {{&Transport, false, tag(Role::Registered)}};
constexpr Type Registered = listOf(RegisteredElement);
constexpr Field RasElement[] = {{&Transport, false, tag(Role::Ras)}};
constexpr Type RasAddresses = listOf(RasElement);
constexpr Field RouteElement[] = {{&Transport, false, tag(Role::Route)}};
constexpr Type Routes = listOf(RouteElement);
constexpr Field OwnElement[] = {{&Transport, false, tag(Role::SenderSignalling)}};
constexpr Type OwnAddresses = listOf(OwnElement);
constexpr Field CallModelKinds[] = {{&Nothing}, {&Nothing}};
constexpr Type CallModel = extensibleChoice(CallModelKinds);

constexpr Field GatekeeperRequestFields[] = {
    {&SequenceNumber}, {&Object}, {&NonStandard, yes}, {&Transport, false, tag(Role::Ras)}, {&Unread}, // endpointType
    {&Unread, yes}, // gatekeeperIdentifier
    {&Unread, yes}, // callServices
    {&Unread, yes}, // endpointAlias
};
constexpr Type GatekeeperRequest = extensibleSequence(GatekeeperRequestFields);

constexpr Field GatekeeperConfirmFields[] = {
    {&SequenceNumber},
    {&Object},
    {&NonStandard, yes},
    {&Identifier, yes},
    {&Transport, false, tag(Role::Ras)},
};
constexpr Type GatekeeperConfirm = extensibleSequence(GatekeeperConfirmFields);

constexpr Field RegistrationRequestFields[] = {
    {&SequenceNumber}, {&Object}, {&NonStandard, yes}, {&Boolean}, // discoveryComplete
    {&Registered}, // callSignalAddress
    {&RasAddresses}, {&Unread}, // terminalType
    {&Unread, yes}, // terminalAlias
    {&Unread, yes}, // gatekeeperIdentifier
};
constexpr Type RegistrationRequest = extensibleSequence(RegistrationRequestFields);

constexpr Field RegistrationConfirmFields[] = {
    {&SequenceNumber}, {&Object}, {&NonStandard, yes},
    {&Routes}, // callSignalAddress: of the gatekeeper, for calls admitted beforehand
    {&Unread, yes}, // terminalAlias
    {&Unread, yes}, // gatekeeperIdentifier
    {&Unread}, // endpointIdentifier
};
constexpr Type RegistrationConfirm = extensibleSequence(RegistrationConfirmFields);

constexpr Field UnregistrationRequestFields[] = {
    {&SequenceNumber}, {&OwnAddresses}, // callSignalAddress
    {&Unread, yes}, // endpointAlias
    {&Unread, yes}, // nonStandardData
    {&Unread, yes}, // endpointIdentifier
};
constexpr Type UnregistrationRequest = extensibleSequence(UnregistrationRequestFields);

constexpr Field AdmissionRequestFields[] = {
    {&SequenceNumber}, {&CallType}, {&CallModel, yes}, {&Identifier}, // endpointIdentifier
    {&Aliases, yes}, // destinationInfo
    {&Transport, yes}, // destCallSignalAddress: of a third host, so it is left alone
    {&Aliases, yes}, // destExtraCallInfo
    {&Aliases}, // srcInfo
    {&Transport, yes, tag(Role::SenderSignalling)}, {&Unread}, // bandWidth
    {&Unread, yes}, // nonStandardData
    {&Unread, yes}, // callServices
};
constexpr Type AdmissionRequest = extensibleSequence(AdmissionRequestFields);

constexpr Field AdmissionConfirmFields[] = {
    {&SequenceNumber}, {&Long}, // bandWidth
    {&CallModel}, {&Transport, false, tag(Role::Route)}, {&Unread, yes}, // irrFrequency
    {&Unread, yes}, // nonStandardData
};
constexpr Type AdmissionConfirm = extensibleSequence(AdmissionConfirmFields);

constexpr Field LocationRequestFields[] = {
    {&SequenceNumber}, {&Identifier, yes}, // endpointIdentifier
    {&Aliases}, // destinationInfo
    {&NonStandard, yes}, {&Transport, false, tag(Role::Ras)}, // replyAddress
};
constexpr Type LocationRequest = extensibleSequence(LocationRequestFields);

constexpr Field LocationConfirmFields[] = {
    {&SequenceNumber}, {&Transport, false, tag(Role::Route)}, {&Transport, false, tag(Role::Ras)},
    {&Unread, yes}, // nonStandardData
};
constexpr Type LocationConfirm = extensibleSequence(LocationConfirmFields);

constexpr Field InfoResponseFields[] = {
    {&NonStandard, yes}, {&SequenceNumber}, {&EndpointType}, {&Identifier}, // endpointIdentifier
    {&Transport, false, tag(Role::Ras)}, {&OwnAddresses}, // callSignalAddress
    {&Unread, yes}, // endpointAlias
    {&Unread, yes}, // perCallInfo
};
constexpr Type InfoResponse = extensibleSequence(InfoResponseFields);

constexpr Field MessageKinds[] = {
    {&GatekeeperRequest, false, 0, "GRQ"}, {&GatekeeperConfirm, false, 0, "GCF"}, {&Unread, false, 0, "GRJ"},
    {&RegistrationRequest, false, 0, "RRQ"}, {&RegistrationConfirm, false, 0, "RCF"}, {&Unread, false, 0, "RRJ"},
    {&UnregistrationRequest, false, 0, "URQ"}, {&Unread, false, 0, "UCF"}, {&Unread, false, 0, "URJ"},
    {&AdmissionRequest, false, 0, "ARQ"}, {&AdmissionConfirm, false, 0, "ACF"}, {&Unread, false, 0, "ARJ"},
    {&Unread, false, 0, "BRQ"}, {&Unread, false, 0, "BCF"}, {&Unread, false, 0, "BRJ"}, {&Unread, false, 0, "DRQ"},
    {&Unread, false, 0, "DCF"}, {&Unread, false, 0, "DRJ"}, {&LocationRequest, false, 0, "LRQ"},
    {&LocationConfirm, false, 0, "LCF"}, {&Unread, false, 0, "LRJ"}, {&Unread, false, 0, "IRQ"},
    {&InfoResponse, false, 0, "IRR"}, {&Unread}, // nonStandardMessage
    {&Unread}, // unknownMessageResponse
};

} // namespace

constinit const Type RasMessage = extensibleChoice(MessageKinds);

} // namespace Trackhand::H225
