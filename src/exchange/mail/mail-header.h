/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The header of a mail, in ASCII whatever the text says. Lines end in CR LF and have at most 76 bytes. */

#define BV_MAIL_LINE_END "\r\n"
#define BV_MAIL_LINE_MOST 76

char *bv_mail_header_clean (const char *text);
void bv_mail_header_separate (GString *header, gsize length);
void bv_mail_header_append_words (GString *header, const char *text);
void bv_mail_header_add_text (GString *header, const char *name, const char *text);
void bv_mail_header_add_file_name (GString *header, const char *file_name);
void bv_mail_header_add_type (GString *header, const char *type, const char *file_name);

G_END_DECLS
