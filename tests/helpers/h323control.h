// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

/// Messages of H.323, byte by byte as ITU-T H.225.0, H.245 and X.691 have them, checked with Wireshark's dissectors.
/// What begins in the bytes of a line is named behind them. Those of TCP have their TPKT header.
namespace Trackhand::Test::H323 {

/// openLogicalChannel of audio from 10.0.1.2, RTCP 5001.
inline constexpr char OpenChannel[] = "03 00 00 17 " // TPKT
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

/// openLogicalChannelAck of 10.0.2.2, RTP 6000, RTCP 6001.
inline constexpr char ChannelAck[] = "03 00 00 1b " // TPKT
                                     "22 " // response; openLogicalChannelAck
                                     "c0 " // additions
                                     "00 00 " // forwardLogicalChannelNumber
                                     "02 80 10 " // additions; present, length
                                     "1c " // h2250LogicalChannelAckParameters; optionals; sessionID - 1
                                     "00 " // TransportAddress unicastAddress
                                     "00 " // UnicastAddress
                                     "0a 00 02 02 17 70 " // mediaChannel, port
                                     "00 " // TransportAddress unicastAddress; UnicastAddress
                                     "0a 00 02 02 17 71 "; // mediaControlChannel, port

/// openLogicalChannel of T.120, waited for at 10.0.1.2:1503.
inline constexpr char OpenDataChannel[] = "03 00 00 1f " // TPKT
                                          "03 " // request; openLogicalChannel
                                          "80 " // OpenLogicalChannel; reverse absent
                                          "00 02 " // forwardLogicalChannelNumber
                                          "10 " // forward parameters; dataType data; application t120
                                          "18 30 " // separateLANStack
                                          "01 00 00 " // length, maxBitRate: length
                                          "00 " // maxBitRate
                                          "80 " // multiplexParameters h2250
                                          "03 00 00 " // length, optionals
                                          "01 " // sessionID
                                          "01 09 " // additions; present, length
                                          "42 " // NetworkAccessParameters; optionals; unicast; localAreaAddress
                                          "00 " // TransportAddress unicastAddress; UnicastAddress
                                          "0a 00 01 02 05 df " // separateStack, port
                                          "00 "; // associateConference

/// openLogicalChannelAck of T.120, waited for at 10.0.2.2:1503.
inline constexpr char DataChannelAck[] =
    "03 00 00 17 " // TPKT
    "22 " // response; openLogicalChannelAck
    "c0 " // additions
    "00 02 " // forwardLogicalChannelNumber
    "03 80 09 " // additions; present, length
    "42 " // NetworkAccessParameters; optionals; unicast; localAreaAddress
    "00 " // TransportAddress unicastAddress; UnicastAddress
    "0a 00 02 02 05 df " // separateStack, port
    "00 " // associateConference
    "02 10 00 "; // length, h2250LogicalChannelAckParameters; optionals; sessionID - 1

/// RRQ of an endpoint at 10.0.1.2: calls to port 1720, RAS at 1719.
inline constexpr char Registration[] =
    "0e 00 " // RasMessage; RegistrationRequest: additions; optionals
    "00 00 " // requestSeqNum
    "06 00 08 91 4a 00 04 " // length, protocolIdentifier
    "00 " // discoveryComplete
    "01 00 " // callSignalAddress: number of, TransportAddress ipAddress
    "0a 00 01 02 06 b8 " // callSignalAddress0, port
    "01 00 " // rasAddress: number of, TransportAddress ipAddress
    "0a 00 01 02 06 b7 " // rasAddress, port
    "22 " // EndpointType: no additions; vendor and terminal present; VendorIdentifier: no additions
    "80 " // productId present, versionId not
    "b5 00 " // t35CountryCode
    "00 01 " // manufacturerCode
    "08 74 72 61 63 6b 68 61 6e 64 " // productId: length - 1
    "00 b5 00 00 01 " // TerminalInfo; mc, undefinedNode; endpointVendor
    "0a 08 01 00 "; // additions; present, length

/// RRQ that only keeps alive: no callSignalAddress.
inline constexpr char KeepAlive[] =
    "0e 00 " // RasMessage; RegistrationRequest: additions; optionals
    "00 01 " // requestSeqNum
    "06 00 08 91 4a 00 04 " // length, protocolIdentifier
    "00 " // discoveryComplete
    "00 01 00 " // callSignalAddress: number of, rasAddress: number of, TransportAddress ipAddress
    "0a 00 01 02 06 b7 " // rasAddress, port
    "22 " // EndpointType: no additions; vendor and terminal present; VendorIdentifier: no additions
    "80 " // productId present, versionId not
    "b5 00 " // t35CountryCode
    "00 01 " // manufacturerCode
    "08 74 72 61 63 6b 68 61 6e 64 " // productId: length - 1
    "00 b5 00 00 01 " // TerminalInfo; mc, undefinedNode; endpointVendor
    "0a 08 01 80 "; // additions; present, length

/// RCF of a gatekeeper that takes calls at 10.0.2.2:1720.
inline constexpr char RegistrationConfirm[] = "10 00 " // RasMessage; optionals
                                              "00 00 " // requestSeqNum
                                              "06 00 08 91 4a 00 04 " // length, protocolIdentifier
                                              "01 00 " // callSignalAddress: number of, TransportAddress ipAddress
                                              "0a 00 02 02 06 b8 " // callSignalAddress, port
                                              "02 00 65 00 70 "; // endpointIdentifier: length - 1

/// ARQ of an endpoint that is called at 10.0.1.2:1720.
inline constexpr char Admission[] =
    "24 90 " // RasMessage; optionals
    "00 02 " // requestSeqNum
    "00 40 00 65 00 70 " // callType; endpointIdentifier
    "01 40 02 00 62 00 6f 00 62 " // destinationInfo: number of, AliasAddress h323-ID
    "01 40 04 00 61 00 6c 00 69 00 63 00 65 " // srcInfo: number of, AliasAddress h323-ID
    "00 " // TransportAddress ipAddress
    "0a 00 01 02 06 b8 " // srcCallSignalAddress, port
    "40 05 00 " // bandWidth: length
    "00 07 " // callReferenceValue
    "00 01 02 03 04 05 06 07 08 09 0a 0b 0c 0d 0e 0f " // conferenceID
    "00 "; // activeMC, answerCall

/// ACF that sends a call to 10.0.2.2:1721.
inline constexpr char AdmissionConfirm[] = "28 00 " // RasMessage; optionals
                                           "00 02 " // requestSeqNum
                                           "40 05 00 " // bandWidth: length
                                           "40 " // callModel gatekeeperRouted; TransportAddress ipAddress
                                           "0a 00 02 02 06 b9 "; // destCallSignalAddress, port

/// openLogicalChannelAck of fd00:2::2, RTP 6000, RTCP 6001.
inline constexpr char ChannelAck6[] =
    "03 00 00 33 " // TPKT
    "22 " // response; openLogicalChannelAck
    "c0 " // additions
    "00 00 " // forwardLogicalChannelNumber
    "02 80 28 " // additions; present, length
    "1c " // h2250LogicalChannelAckParameters; optionals; sessionID - 1
    "00 " // TransportAddress unicastAddress
    "10 " // UnicastAddress
    "fd 00 00 02 00 00 00 00 00 00 00 00 00 00 00 02 17 70 " // mediaChannel, port
    "08 " // TransportAddress unicastAddress; UnicastAddress
    "fd 00 00 02 00 00 00 00 00 00 00 00 00 00 00 02 17 71 "; // mediaControlChannel, port

/// RRQ of an endpoint at fd00:1::2: calls to port 1720, RAS at 1719.
inline constexpr char Registration6[] =
    "0e 00 " // RasMessage; RegistrationRequest: additions; optionals
    "00 00 " // requestSeqNum
    "06 00 08 91 4a 00 04 " // length, protocolIdentifier
    "00 " // discoveryComplete
    "01 30 " // callSignalAddress: number of, TransportAddress ip6Address
    "fd 00 00 01 00 00 00 00 00 00 00 00 00 00 00 02 06 b8 " // callSignalAddress0, port
    "01 30 " // rasAddress: number of, TransportAddress ip6Address
    "fd 00 00 01 00 00 00 00 00 00 00 00 00 00 00 02 06 b7 " // rasAddress, port
    "22 " // EndpointType: no additions; vendor and terminal present; VendorIdentifier: no additions
    "80 " // productId present, versionId not
    "b5 00 " // t35CountryCode
    "00 01 " // manufacturerCode
    "08 74 72 61 63 6b 68 61 6e 64 " // productId: length - 1
    "00 b5 00 00 01 " // TerminalInfo; mc, undefinedNode; endpointVendor
    "0a 08 01 00 "; // additions; present, length

} // namespace Trackhand::Test::H323
