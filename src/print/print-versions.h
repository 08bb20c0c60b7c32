/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/fault-report.h"

G_BEGIN_DECLS

void bv_print_versions_add (BvFaultReport *report);

G_END_DECLS
