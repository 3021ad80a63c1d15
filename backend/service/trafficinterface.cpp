// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/service/trafficinterface.h"

#include "wire/base/fd.h"
#include "wire/dbus/names.h"

#include <QDBusUnixFileDescriptor>

#include <algorithm>
#include <cstring>
#include <fcntl.h>
#include <string>

namespace Trackhand {

namespace {

/// A descriptor of the same ring that cannot write. Ours can: a duplicate of it would, too, but for the ring's seal.
Result<Fd> readOnly(int ring)
{
    const std::string path = "/proc/self/fd/" + std::to_string(ring);
    Fd fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!fd.valid()) {
        return Error {ErrorCode::Failed,
            std::string("cannot open the event ring for reading: ") + std::strerror(errno) + "; is /proc mounted?"};
    }
    return fd;
}

} // namespace

TrafficInterface::TrafficInterface(HelperManager &manager, ConntrackWatch &watch)
    : m_manager(manager)
    , m_watch(watch)
    , m_lister(watch)
{
}

QString TrafficInterface::name() const
{
    return QLatin1String(Wire::Bus::TrafficInterface);
}

bool TrafficInterface::servesPath(const QString &path) const
{
    return path == QLatin1String(Wire::Bus::RootPath);
}

QMap<QString, QVariantMap> TrafficInterface::objects() const
{
    return {{QLatin1String(Wire::Bus::RootPath), {}}};
}

Result<QVariantList> TrafficInterface::call(const BusCall &call)
{
    return call.method == QLatin1String("OpenEvents") ? openEvents(call) : openPayloads(call);
}

void TrafficInterface::carryOut(const BusCall &wanted, const Answer &answer)
{
    if (wanted.method == QLatin1String("ListExpectations")) {
        m_lister.list(ConntrackLister::Kind::Expectations, answer);
    } else if (wanted.method == QLatin1String("ListFlows")) {
        m_lister.list(ConntrackLister::Kind::Flows, answer);
    } else {
        answer(call(wanted));
    }
}

Result<QVariantList> TrafficInterface::openEvents(const BusCall &call)
{
    const QString kind = call.arguments.at(0).toString();
    if (kind == QLatin1String("packets")) {
        return open(m_manager.packetRingFd(), call.caller);
    }
    if (kind == QLatin1String("expectations")) {
        return open(m_watch.ringFd(), call.caller);
    }
    return Error {ErrorCode::InvalidArgument,
        "there are no events of kind \"" + kind.left(64).toStdString() + "\"; use \"packets\" or \"expectations\""};
}

Result<QVariantList> TrafficInterface::openPayloads(const BusCall &call)
{
    auto opened = open(m_manager.payloadRingFd(), call.caller);
    if (opened) {
        m_subscriptions[call.caller].payloads = true;
        countPayloadObservers();
    }
    return opened;
}

Result<QVariantList> TrafficInterface::open(int ring, const QString &caller)
{
    if (ring < 0) {
        return Error {ErrorCode::UnsupportedByKernel,
            "there are no events to read: this kernel cannot run user-space helpers; see \"trackhandctl doctor\""};
    }
    if (m_subscriptions.value(caller).rings >= MaxRingsPerCaller) {
        return Error {ErrorCode::LimitReached,
            "this program has opened " + std::to_string(MaxRingsPerCaller)
                + " event rings already; use one of those, or connect to the bus anew"};
    }
    const auto fd = readOnly(ring);
    if (!fd) {
        return fd.error();
    }
    ++m_subscriptions[caller].rings;
    return QVariantList {QVariant::fromValue(QDBusUnixFileDescriptor(fd->get()))};
}

void TrafficInterface::callerLeft(const QString &caller)
{
    if (m_subscriptions.take(caller).payloads) {
        countPayloadObservers();
    }
}

void TrafficInterface::countPayloadObservers()
{
    const auto observers = std::count_if(
        m_subscriptions.cbegin(), m_subscriptions.cend(), [](const Subscriptions &one) { return one.payloads; });
    m_manager.setPayloadObservers(unsigned(observers));
}

} // namespace Trackhand
