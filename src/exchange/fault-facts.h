/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/fault-report.h"
#include "store/library.h"

G_BEGIN_DECLS

BvFaultReport *bv_fault_facts_collect (BvLibrary *library, const GError *cause);
char *bv_fault_facts_tell_error (BvLibrary *library, const char *message);

G_END_DECLS
