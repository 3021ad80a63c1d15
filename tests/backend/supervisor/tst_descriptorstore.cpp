// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/supervisor/descriptorstore.h"

#include <QTemporaryDir>
#include <QTest>

#include <cstring>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>

using namespace Trackhand;

namespace {

/// The service manager's end of NOTIFY_SOCKET.
class FakeServiceManager {
public:
    explicit FakeServiceManager(const QString &path)
        : m_socket(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_un address {};
        address.sun_family = AF_UNIX;
        std::strncpy(address.sun_path, path.toLocal8Bit().constData(), sizeof address.sun_path - 1);
        ::bind(m_socket.get(), reinterpret_cast<sockaddr *>(&address), sizeof address);
    }

    struct Message {
        QByteArray text;
        Fd descriptor;
    };
    Message receive()
    {
        char text[256] = {};
        char control[CMSG_SPACE(sizeof(int))] = {};
        iovec part {text, sizeof text};
        msghdr header {};
        header.msg_iov = &part;
        header.msg_iovlen = 1;
        header.msg_control = control;
        header.msg_controllen = sizeof control;
        const ssize_t size = ::recvmsg(m_socket.get(), &header, MSG_DONTWAIT | MSG_CMSG_CLOEXEC);
        Message message {QByteArray(text, std::max<ssize_t>(size, 0)), {}};
        if (const cmsghdr *rights = size < 0 ? nullptr : CMSG_FIRSTHDR(&header)) {
            int fd = -1;
            std::memcpy(&fd, CMSG_DATA(rights), sizeof fd);
            message.descriptor.reset(fd);
        }
        return message;
    }

private:
    Fd m_socket;
};

} // namespace

class TestDescriptorStore : public QObject {
    Q_OBJECT

private slots:
    void theSocketOfAQueueIsGivenIntoKeepingUnderItsName()
    {
        const QTemporaryDir directory;
        const QString path = directory.filePath(QStringLiteral("notify"));
        FakeServiceManager manager(path);
        qputenv("NOTIFY_SOCKET", path.toLocal8Bit());
        DescriptorStore store;
        store.keep(7, STDIN_FILENO);
        const auto kept = manager.receive();
        QCOMPARE(kept.text, QByteArray("FDSTORE=1\nFDPOLL=0\nFDNAME=queue-7"));
        QVERIFY(kept.descriptor.valid());
        store.forget(7);
        QCOMPARE(manager.receive().text, QByteArray("FDSTOREREMOVE=1\nFDNAME=queue-7"));
        qunsetenv("NOTIFY_SOCKET");
    }

    void withoutAServiceManagerNothingHappens()
    {
        qunsetenv("NOTIFY_SOCKET");
        DescriptorStore store;
        store.keep(7, STDIN_FILENO);
        QVERIFY(!store.take(7).valid());
    }

    void whatAPredecessorLeftIsFoundByItsQueueOnce()
    {
        // The descriptors must be number 3 and following, so a child makes them so.
        const pid_t child = ::fork();
        if (child == 0) {
            int ends[2];
            if (::pipe(ends) != 0) {
                ::_exit(1);
            }
            ::dup2(ends[0], 64);
            ::dup2(ends[1], 65);
            ::dup2(64, 3);
            ::dup2(65, 4);
            qputenv("LISTEN_PID", QByteArray::number(::getpid()));
            qputenv("LISTEN_FDS", "2");
            qputenv("LISTEN_FDNAMES", "queue-12:something-else");
            DescriptorStore store;
            const bool found = store.take(12).get() == 3 && !store.take(12).valid() && !store.take(0).valid();
            ::_exit(found ? 42 : 2);
        }
        int status = 0;
        ::waitpid(child, &status, 0);
        QVERIFY(WIFEXITED(status));
        QCOMPARE(WEXITSTATUS(status), 42);
    }
};

QTEST_GUILESS_MAIN(TestDescriptorStore)
#include "tst_descriptorstore.moc"
