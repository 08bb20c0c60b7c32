/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/draft/draft.h"
#include "app/session/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Takes the new record, which is copied if it is kept; an error stands in the dialog, which stays open then.
 */
typedef gboolean (*BvRecordDialogFunc) (gpointer record, gpointer data, GError **error);

/* Writes what the record leads to, before it is added; NULL: nothing is to be said. */
typedef char *(*BvRecordDescribeFunc) (gconstpointer record, gpointer data);

/* Who adds the record, or does with the library what it says. */
typedef struct
{
  BvRecordDialogFunc add;
  gpointer data;
  GDestroyNotify release;        /* frees the data; NULL: nobody has to */
  const char *title;             /* of the dialog; NULL: what is added */
  const char *verb;              /* on its button; NULL: that it is added */
  const char *guide;             /* the file of the guide that tells of it; NULL: that of the rules */
  BvDraftListFunc list;          /* what references may name, of the session; NULL: none is asked for */
  BvRecordDescribeFunc describe; /* of @data; NULL: nothing is said before */
  GtkWidget *extra; /* floating; what else is asked, above the form, and has the focus first; NULL: nothing */
} BvRecordAdder;

GtkWidget *bv_record_dialog_new (GtkWindow *parent,
                                 BvSession *session,
                                 gpointer record,
                                 const char *const *fields,
                                 const BvRecordAdder *adder);
void bv_record_dialog_add (GtkWidget *dialog);

G_END_DECLS
