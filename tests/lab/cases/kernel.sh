#!/bin/bash
# SPDX-FileCopyrightText: 2026 Trackhand authors
# SPDX-License-Identifier: GPL-3.0-or-later
# The registrar, the rule table and the conntrack watch do what they say against a real kernel.
# needs: bare
. "$LAB_CHECKOUT/tests/lab/lib.bash"

expect_ok on router "$LAB_CHECKOUT/build/dev/tests/tst_kernel_lab"
