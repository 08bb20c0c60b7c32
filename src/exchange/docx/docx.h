/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "print/document.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* A document for Word (Office Open XML, ISO/IEC 29500), with the styles of print/style.h: what is changed in
 * one of them there changes the whole letter. */

gboolean
bv_docx_write (const BvDocument *document, const char *path, GCancellable *cancellable, GError **error);

G_END_DECLS
