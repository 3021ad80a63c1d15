// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

/// Messages of H.323, byte by byte as ITU-T H.225.0, H.245 and X.691 have them, checked with Wireshark's dissectors.
/// What begins in the bytes of a line is named behind them. Those of TCP have their TPKT header.
namespace Trackhand::Test::H323 {

/// Setup of 10.0.1.2:40000 to 10.0.2.2:1720, which waits for H.245 at 10.0.1.2:41000.
inline constexpr char Setup[] =
    "03 00 00 7f 08 02 00 01 05 7e 00 73 05 " // TPKT, Q.931, call reference, message type, User-user, length, X.208 and
                                              // X.209
    "20 " // H323-UserInformation; H323-UU-PDU: additions; body
    "f8 " // Setup-UUIE: additions; optionals
    "06 00 08 91 4a 00 04 " // length, protocolIdentifier
    "00 " // TransportAddress ipAddress
    "0a 00 01 02 a0 28 " // h245Address, port
    "01 40 04 00 61 00 6c 00 69 00 63 00 65 " // sourceAddress: number of, AliasAddress h323-ID
    "22 " // EndpointType: no additions; vendor and terminal present; VendorIdentifier: no additions
    "80 " // productId present, versionId not
    "b5 00 " // t35CountryCode
    "00 01 " // manufacturerCode
    "08 74 72 61 63 6b 68 61 6e 64 " // productId: length - 1
    "00 " // TerminalInfo; mc, undefinedNode
    "01 40 02 00 62 00 6f 00 62 " // destinationAddress: number of, AliasAddress h323-ID
    "00 " // TransportAddress ipAddress
    "0a 00 02 02 06 b8 " // destCallSignalAddress, port
    "00 " // activeMC
    "00 01 02 03 04 05 06 07 08 09 0a 0b 0c 0d 0e 0f " // conferenceID
    "00 " // conferenceGoal create; callType pointToPoint; additions
    "45 08 07 " // present, length
    "00 " // TransportAddress ipAddress
    "0a 00 01 02 9c 40 " // sourceCallSignalAddress, port
    "11 00 00 01 02 03 04 05 06 07 08 09 0a 0b 0c 0d 0e 0f " // length, callIdentifier
    "01 00 04 80 01 00 "; // length, additions; present, length

/// Setup that proposes to send (RTCP 5001) and to receive (RTP 5000, RTCP 5001).
inline constexpr char SetupWithFastStart[] =
    "03 00 00 ab 08 02 00 01 05 7e 00 9f 05 " // TPKT, Q.931, call reference, message type, User-user, length, X.208 and
                                              // X.209
    "20 " // H323-UserInformation; H323-UU-PDU: additions; body
    "b8 " // Setup-UUIE: additions; optionals
    "06 00 08 91 4a 00 04 " // length, protocolIdentifier
    "01 40 04 00 61 00 6c 00 69 00 63 00 65 " // sourceAddress: number of, AliasAddress h323-ID
    "22 " // EndpointType: no additions; vendor and terminal present; VendorIdentifier: no additions
    "80 " // productId present, versionId not
    "b5 00 " // t35CountryCode
    "00 01 " // manufacturerCode
    "08 74 72 61 63 6b 68 61 6e 64 " // productId: length - 1
    "00 " // TerminalInfo; mc, undefinedNode
    "01 40 02 00 62 00 6f 00 62 " // destinationAddress: number of, AliasAddress h323-ID
    "00 " // TransportAddress ipAddress
    "0a 00 02 02 06 b8 " // destCallSignalAddress, port
    "00 " // activeMC
    "00 01 02 03 04 05 06 07 08 09 0a 0b 0c 0d 0e 0f " // conferenceID
    "00 " // conferenceGoal create; callType pointToPoint; additions
    "45 18 07 " // present, length
    "00 " // TransportAddress ipAddress
    "0a 00 01 02 9c 40 " // sourceCallSignalAddress, port
    "11 00 00 01 02 03 04 05 06 07 08 09 0a 0b 0c 0d 0e 0f " // length, callIdentifier
    "32 02 12 " // length, number of, length
    "00 " // OpenLogicalChannel; reverse absent
    "00 00 " // forwardLogicalChannelNumber
    "0c 40 " // forward parameters; dataType audioData; g711Ulaw64k
    "13 " // frames - 1
    "80 " // multiplexParameters h2250
    "0a 04 00 " // length, optionals
    "01 " // sessionID
    "00 " // TransportAddress unicastAddress; UnicastAddress
    "0a 00 01 02 13 89 " // mediaControlChannel, port
    "1d 40 " // length, OpenLogicalChannel: reverse present
    "00 01 " // number
    "06 04 " // forward parameters; dataType nullData; none
    "01 00 4c 40 " // length, reverse parameters; dataType audioData; g711Ulaw64k
    "13 " // frames - 1
    "80 " // multiplexParameters h2250
    "11 14 00 " // length, optionals
    "01 " // sessionID
    "00 " // TransportAddress unicastAddress; UnicastAddress
    "0a 00 01 02 13 88 " // mediaChannel, port
    "00 " // TransportAddress unicastAddress; UnicastAddress
    "0a 00 01 02 13 89 " // mediaControlChannel, port
    "01 00 04 80 01 00 "; // length, additions; present, length

/// CallProceeding of 10.0.2.2, which waits for H.245 at port 42000.
inline constexpr char CallProceeding[] =
    "03 00 00 45 08 02 00 01 02 7e 00 39 05 " // TPKT, Q.931, call reference, message type, User-user, length, X.208 and
                                              // X.209
    "21 " // H323-UserInformation; H323-UU-PDU: additions; body
    "c0 " // additions; h245Address present
    "06 00 08 91 4a 00 04 " // length, protocolIdentifier
    "22 " // EndpointType: no additions; vendor and terminal present; VendorIdentifier: no additions
    "80 " // productId present, versionId not
    "b5 00 " // t35CountryCode
    "00 01 " // manufacturerCode
    "08 74 72 61 63 6b 68 61 6e 64 " // productId: length - 1
    "00 " // TerminalInfo; mc, undefinedNode; TransportAddress ipAddress
    "0a 00 02 02 a4 10 " // h245Address, port
    "09 00 11 00 " // additions; present, length
    "00 01 02 03 04 05 06 07 08 09 0a 0b 0c 0d 0e 0f " // callIdentifier
    "04 80 01 00 "; // additions; present, length

/// Alerting that accepts: receives at 10.0.2.2:6000 (RTCP 6001), and sends (RTCP 6001).
inline constexpr char AlertingWithFastStart[] =
    "03 00 00 71 08 02 00 01 01 7e 00 65 05 " // TPKT, Q.931, call reference, message type, User-user, length, X.208 and
                                              // X.209
    "23 " // H323-UserInformation; H323-UU-PDU: additions; body
    "80 " // additions; h245Address present
    "06 00 08 91 4a 00 04 " // length, protocolIdentifier
    "22 " // EndpointType: no additions; vendor and terminal present; VendorIdentifier: no additions
    "80 " // productId present, versionId not
    "b5 00 " // t35CountryCode
    "00 01 " // manufacturerCode
    "08 74 72 61 63 6b 68 61 6e 64 " // productId: length - 1
    "00 " // TerminalInfo; mc, undefinedNode; additions
    "91 11 00 " // present, length
    "00 01 02 03 04 05 06 07 08 09 0a 0b 0c 0d 0e 0f " // callIdentifier
    "32 02 19 " // length, number of, length
    "00 " // OpenLogicalChannel; reverse absent
    "00 00 " // forwardLogicalChannelNumber
    "0c 40 " // forward parameters; dataType audioData; g711Ulaw64k
    "13 " // frames - 1
    "80 " // multiplexParameters h2250
    "11 14 00 " // length, optionals
    "01 " // sessionID
    "00 " // TransportAddress unicastAddress; UnicastAddress
    "0a 00 02 02 17 70 " // mediaChannel, port
    "00 " // TransportAddress unicastAddress; UnicastAddress
    "0a 00 02 02 17 71 " // mediaControlChannel, port
    "16 40 " // length, OpenLogicalChannel: reverse present
    "00 01 " // number
    "06 04 " // forward parameters; dataType nullData; none
    "01 00 4c 40 " // length, reverse parameters; dataType audioData; g711Ulaw64k
    "13 " // frames - 1
    "80 " // multiplexParameters h2250
    "0a 04 00 " // length, optionals
    "01 " // sessionID
    "00 " // TransportAddress unicastAddress; UnicastAddress
    "0a 00 02 02 17 71 " // mediaControlChannel, port
    "04 80 01 00 "; // additions; present, length

/// Connect of 10.0.2.2, which waits for H.245 at port 42000.
inline constexpr char Connect[] =
    "03 00 00 56 08 02 00 01 07 7e 00 4a 05 " // TPKT, Q.931, call reference, message type, User-user, length, X.208 and
                                              // X.209
    "22 " // H323-UserInformation; H323-UU-PDU: additions; body
    "c0 " // additions; h245Address present
    "06 00 08 91 4a 00 04 " // length, protocolIdentifier
    "00 " // TransportAddress ipAddress
    "0a 00 02 02 a4 10 " // h245Address, port
    "22 " // EndpointType: no additions; vendor and terminal present; VendorIdentifier: no additions
    "80 " // productId present, versionId not
    "b5 00 " // t35CountryCode
    "00 01 " // manufacturerCode
    "08 74 72 61 63 6b 68 61 6e 64 " // productId: length - 1
    "00 " // TerminalInfo; mc, undefinedNode
    "00 01 02 03 04 05 06 07 08 09 0a 0b 0c 0d 0e 0f " // conferenceID
    "09 00 11 00 " // additions; present, length
    "00 01 02 03 04 05 06 07 08 09 0a 0b 0c 0d 0e 0f " // callIdentifier
    "04 80 01 00 "; // additions; present, length

/// Facility that asks for H.245 at 10.0.2.2:42000.
inline constexpr char Facility[] = "03 00 00 37 08 02 00 01 62 7e 00 2b 05 " // TPKT, Q.931, call reference, message
                                                                             // type, User-user, length, X.208 and X.209
                                   "26 " // H323-UserInformation; H323-UU-PDU: additions; body
                                   "80 " // Facility-UUIE: additions; optionals
                                   "06 00 08 91 4a 00 04 " // length, protocolIdentifier
                                   "61 " // reason; additions
                                   "e0 80 11 00 " // present, length
                                   "00 01 02 03 04 05 06 07 08 09 0a 0b 0c 0d 0e 0f " // callIdentifier
                                   "07 00 " // length, TransportAddress ipAddress
                                   "0a 00 02 02 a4 10 " // h245Address, port
                                   "04 80 01 00 "; // additions; present, length

/// Facility that forwards the call to 10.0.2.2:1721.
inline constexpr char FacilityForwarding[] =
    "03 00 00 36 08 02 00 01 62 7e 00 2a 05 " // TPKT, Q.931, call reference, message type, User-user, length, X.208 and
                                              // X.209
    "26 " // H323-UserInformation; H323-UU-PDU: additions; body
    "c0 " // Facility-UUIE: additions; optionals
    "06 00 08 91 4a 00 04 " // length, protocolIdentifier
    "00 " // TransportAddress ipAddress
    "0a 00 02 02 06 b9 " // alternativeAddress, port
    "21 " // reason; additions
    "e0 00 11 00 " // present, length
    "00 01 02 03 04 05 06 07 08 09 0a 0b 0c 0d 0e 0f " // callIdentifier
    "04 80 01 00 "; // additions; present, length

/// Facility with an openLogicalChannel of H.245 in it.
inline constexpr char FacilityTunnelling[] =
    "03 00 00 45 08 02 00 01 62 7e 00 39 05 " // TPKT, Q.931, call reference, message type, User-user, length, X.208 and
                                              // X.209
    "26 " // H323-UserInformation; H323-UU-PDU: additions; body
    "80 " // Facility-UUIE: additions; optionals
    "06 00 08 91 4a 00 04 " // length, protocolIdentifier
    "61 " // reason; additions
    "e0 00 11 00 " // present, length
    "00 01 02 03 04 05 06 07 08 09 0a 0b 0c 0d 0e 0f " // callIdentifier
    "04 c0 01 80 " // additions; present, length
    "15 01 13 " // length, number of, length
    "03 " // request; openLogicalChannel
    "00 " // OpenLogicalChannel; reverse absent
    "00 00 " // forwardLogicalChannelNumber
    "0c 40 " // forward parameters; dataType audioData; g711Ulaw64k
    "13 " // frames - 1
    "80 " // multiplexParameters h2250
    "0a 04 00 " // length, optionals
    "01 " // sessionID
    "00 " // TransportAddress unicastAddress; UnicastAddress
    "0a 00 01 02 13 89 "; // mediaControlChannel, port

/// Connect of fd00:2::2, which waits for H.245 at port 42000.
inline constexpr char Connect6[] =
    "03 00 00 62 08 02 00 01 07 7e 00 56 05 " // TPKT, Q.931, call reference, message type, User-user, length, X.208 and
                                              // X.209
    "22 " // H323-UserInformation; H323-UU-PDU: additions; body
    "c0 " // additions; h245Address present
    "06 00 08 91 4a 00 04 " // length, protocolIdentifier
    "30 " // TransportAddress ip6Address
    "fd 00 00 02 00 00 00 00 00 00 00 00 00 00 00 02 a4 10 " // h245Address, port
    "22 " // EndpointType: no additions; vendor and terminal present; VendorIdentifier: no additions
    "80 " // productId present, versionId not
    "b5 00 " // t35CountryCode
    "00 01 " // manufacturerCode
    "08 74 72 61 63 6b 68 61 6e 64 " // productId: length - 1
    "00 " // TerminalInfo; mc, undefinedNode
    "00 01 02 03 04 05 06 07 08 09 0a 0b 0c 0d 0e 0f " // conferenceID
    "09 00 11 00 " // additions; present, length
    "00 01 02 03 04 05 06 07 08 09 0a 0b 0c 0d 0e 0f " // callIdentifier
    "04 80 01 00 "; // additions; present, length

} // namespace Trackhand::Test::H323
