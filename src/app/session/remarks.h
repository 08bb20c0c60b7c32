/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void bv_remarks_show (const char *title, const char *text);

G_END_DECLS
