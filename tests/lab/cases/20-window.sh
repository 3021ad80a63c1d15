#!/bin/bash
# SPDX-FileCopyrightText: 2026 Trackhand authors
# SPDX-License-Identifier: GPL-3.0-or-later
# With the window alone a person gets FTP through the strict router, and sees its packets and expectations.
# limit: 240
. "$LAB_CHECKOUT/tests/lab/lib.bash"

reset_backend
expect_ok "$checkout/lab/allow" tcp 21
expect_ok env QT_QPA_PLATFORM=offscreen "$checkout/build/dev/tests/tst_window_lab"
assert_contains "$(trackhandctl helper list --json)" '"helper":"ftp".*"state":"running"' "the list of helpers"
