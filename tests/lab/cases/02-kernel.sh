#!/bin/bash
# SPDX-FileCopyrightText: 2026 Trackhand authors
# SPDX-License-Identifier: GPL-3.0-or-later
# The guest's kernel has user-space helpers, and loads the modules for them on demand.
# needs: bare
. "$LAB_CHECKOUT/tests/lab/lib.bash"

expect_fail grep -q '^nfnetlink_cthelper ' /proc/modules
expect_ok nfct helper list
expect_ok grep -q '^nfnetlink_cthelper ' /proc/modules
expect_ok modprobe nfnetlink_queue
expect_ok modprobe nf_conntrack_netlink
