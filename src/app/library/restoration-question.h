/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void bv_restoration_question_ask (GtkWindow *parent, const char *library, const char *from);
void bv_restoration_question_choose (GtkWindow *parent, const char *library);

G_END_DECLS
