/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/fault-report.h"
#include "store/library.h"

G_BEGIN_DECLS

gboolean bv_library_facts_read (BvLibrary *library, BvFaultReport *report, GError **error);
char **bv_library_facts_list_texts (BvLibrary *library, const char *message);

G_END_DECLS
