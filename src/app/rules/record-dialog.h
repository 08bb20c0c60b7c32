/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/session.h"
#include "core/entity.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Takes the new record, which is copied if it is kept; an error stands in the dialog, which stays open then.
 */
typedef gboolean (*BvRecordDialogFunc) (gpointer record, gpointer data, GError **error);

/* Who adds the record. */
typedef struct
{
  BvRecordDialogFunc add;
  gpointer data;
  GDestroyNotify release; /* frees the data; NULL: nobody has to */
} BvRecordAdder;

GtkWidget *bv_record_dialog_new (GtkWindow *parent,
                                 BvSession *session,
                                 gpointer record,
                                 const char *const *fields,
                                 const BvRecordAdder *adder);
void bv_record_dialog_add (GtkWidget *dialog);

G_END_DECLS
