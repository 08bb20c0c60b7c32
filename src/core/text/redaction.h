/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *bv_redaction_write (const char *message, const char *home, const char *const *known);

G_END_DECLS
