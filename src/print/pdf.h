/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "print/document.h"
#include "print/fonts.h"
#include "store/progress.h"

G_BEGIN_DECLS

gboolean bv_pdf_write (const BvDocument *document,
                       BvFonts *fonts,
                       const char *path,
                       guint *n_pages,
                       const BvProgress *progress,
                       GError **error);
gboolean bv_pdf_write_scratch (const BvDocument *document,
                               BvFonts *fonts,
                               const char *path,
                               const BvProgress *progress,
                               GError **error);

G_END_DECLS
