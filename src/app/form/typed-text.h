/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/draft/draft.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _BvTypedText BvTypedText;

/* How the text of an editor is read and written. */
typedef struct
{
  char *(*read) (GtkWidget *editor);
  void (*write) (GtkWidget *editor, const char *text);
  /* Whether the editor's own undo remembers; FALSE: it forgets. */
  void (*set_undo) (GtkWidget *editor, gboolean enabled);
} BvTypedTextFuncs;

BvTypedText *bv_typed_text_new (GtkWidget *editor, GtkWidget *view, const BvTypedTextFuncs *text);
void bv_typed_text_release (BvTypedText *typed);
void bv_typed_text_free (BvTypedText *typed);
void bv_typed_text_bind (BvTypedText *typed, BvDraft *draft, BvDraftPath path, const BvField *field);
void bv_typed_text_end_word (GtkWidget *view);
gboolean bv_typed_text_commit (BvTypedText *typed);
void bv_typed_text_give_back (BvTypedText *typed);
const char *bv_typed_text_get_message (BvTypedText *typed);

G_END_DECLS
