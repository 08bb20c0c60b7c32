/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/page/page-book.h"
#include "app/session/session.h"

G_BEGIN_DECLS

#define BV_TYPE_ERROR_LINE (bv_error_line_get_type ())
G_DECLARE_FINAL_TYPE (BvErrorLine, bv_error_line, BV, ERROR_LINE, GObject)

BvErrorLine *bv_error_line_new (BvPageBook *pages, BvBanner *welcome, BvSession *session);
void bv_error_line_say (BvErrorLine *line, const char *message);
const char *bv_error_line_get (BvErrorLine *line);
const char *bv_error_line_get_last (BvErrorLine *line);
void bv_error_line_clear (BvErrorLine *line);
gboolean bv_error_line_show_refused (BvErrorLine *line);

G_END_DECLS
