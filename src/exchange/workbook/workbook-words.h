/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <xlsxwriter.h>

G_BEGIN_DECLS

/* What libxlsxwriter has to say, which is English: on standard error while it works, and of a failure. It
 * goes to the log of debugging; people are told in their own language. */

void bv_workbook_words_hush (void);
void bv_workbook_words_release (void);
const char *bv_workbook_words_describe (lxw_error failure, int system_failure);

G_END_DECLS
