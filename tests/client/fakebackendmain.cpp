// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/client/fakebackend.h"
#include "tests/client/faketraffic.h"
#include "tests/shared/privatebus.h"

#include <QCoreApplication>
#include <QTextStream>

// A backend that is none, for looking at the window: prints the address of its bus and plays until it is ended.
//     trackhand-fakebackend &  DBUS_SYSTEM_BUS_ADDRESS=... trackhand
int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const Trackhand::PrivateBus bus;
    Trackhand::FakeBackend backend(bus.address());
    Trackhand::FakeTraffic traffic(&backend);
    traffic.setUp();
    if (!backend.appear()) {
        return 1;
    }
    traffic.start();
    QTextStream(stdout) << bus.address() << Qt::endl;
    return QCoreApplication::exec();
}
