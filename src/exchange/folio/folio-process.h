/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Room-private: the program that draws pages, and how it is started. */
GSubprocess *bv_folio_process_start (const char *path, GError **error);
void bv_folio_process_prepare (void);

G_END_DECLS
