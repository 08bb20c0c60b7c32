/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/form/draft.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _BvTyping BvTyping;

/* How the text of an editor is read and written. */
typedef struct
{
  char *(*read) (GtkWidget *editor);
  void (*write) (GtkWidget *editor, const char *text);
  /* Whether the editor's own undo remembers; FALSE: it forgets. */
  void (*set_undo) (GtkWidget *editor, gboolean enabled);
} BvTypingText;

BvTyping *bv_typing_new (GtkWidget *editor, GtkWidget *view, const BvTypingText *text);
void bv_typing_release (BvTyping *typing);
void bv_typing_free (BvTyping *typing);
void bv_typing_bind (BvTyping *typing, BvDraft *draft, BvDraftPath path, const BvField *field);
gboolean bv_typing_commit (BvTyping *typing);
void bv_typing_give_back (BvTyping *typing);
const char *bv_typing_get_message (BvTyping *typing);

G_END_DECLS
