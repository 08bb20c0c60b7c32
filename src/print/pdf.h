/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/progress.h"
#include "print/document.h"

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean bv_pdf_write (const BvDocument *document,
                       const char *path,
                       guint *n_pages,
                       BvProgressFunc progress,
                       gpointer data,
                       GCancellable *cancellable,
                       GError **error);

G_END_DECLS
