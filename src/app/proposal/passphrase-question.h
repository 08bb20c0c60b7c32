/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef void (*BvPassphraseFunc) (const char *passphrase, gpointer data);

void bv_passphrase_question_ask (const char *message,
                                 BvPassphraseFunc func,
                                 gpointer data,
                                 GDestroyNotify free_data);

G_END_DECLS
