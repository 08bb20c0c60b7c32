/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/inbox/inbox-details.h"

#include "app/page/details-layout.h"
#include "core/text/wording.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

/**
 * BvInboxDetails:
 *
 * One unit: the versions of its answer, what it still owes, what was sent to it.
 */
struct _BvInboxDetails
{
  GtkWidget parent_instance;
  GtkLabel *title_label;
  GtkLabel *place_label;
  GtkWidget *box;
  GtkLabel *versions;
  GtkWidget *buttons;
  GtkLabel *missing;
  GtkLabel *sent;
};

G_DEFINE_FINAL_TYPE (BvInboxDetails, bv_inbox_details, GTK_TYPE_WIDGET)

#define PLAIN "<span>"
#define SMALL "<span size='smaller'>"
#define DIM "<span alpha='65%'>"
#define BOLD "<span weight='bold'>"

/* What is said of a unit is one label a part: a box whose labels come and go forgets how high they are. */
static void
add_line (GString *text, const char *line, const char *look)
{
  g_autofree char *escaped = g_markup_escape_text (line, -1);

  g_string_append_printf (text, "%s%s%s</span>", text->len > 0 ? "\n" : "", look, escaped);
}

static char *
write_time (gint64 time)
{
  g_autoptr (GDateTime) local = g_date_time_new_from_unix_local (time);

  return local != NULL ? g_date_time_format (local, "%d/%m/%Y %H:%M") : g_strdup ("");
}

static char *
write_counts (const BvReceipt *receipt)
{
  g_autofree char *rows = bv_wording_number (receipt->n_rows);
  g_autofree char *values = bv_wording_number (receipt->n_values);

  return g_strdup_printf (
    _ ("%s rows; %s values taken in; %" PRId64 " questions, %" PRId64 " conflicts, %" PRId64 " refused"),
    rows, values, receipt->n_asked, receipt->n_conflicts, receipt->n_refused);
}

static void
add_version (GString *text, const BvReceipt *receipt)
{
  g_autofree char *time = write_time (receipt->received);
  g_autofree char *counts = write_counts (receipt);
  g_autofree char *title
    = g_strdup_printf (receipt->state == BV_RECEIPT_DISCARDED ? _ ("Version %" PRId64 " · %s · discarded")
                                                              : _ ("Version %" PRId64 " · %s"),
                       receipt->version, time);
  g_autofree char *from = *receipt->sender != '\0'
                            ? g_strdup_printf (_ ("%s · from the mail of %s"), receipt->file, receipt->sender)
                            : g_strdup (receipt->file);

  add_line (text, title, receipt->state == BV_RECEIPT_DISCARDED ? DIM : PLAIN);
  add_line (text, from, SMALL);
  add_line (text, counts, SMALL);
  if (receipt->state == BV_RECEIPT_OPEN && *receipt->remark != '\0')
    add_line (text, receipt->remark, BOLD);
}

static void
show_versions (BvInboxDetails *self, const BvInboxEntry *entry)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < entry->receipts->len; i++)
    add_version (text, g_ptr_array_index (entry->receipts, i));
  if (entry->receipts->len == 0)
    add_line (text, _ ("Nothing has come yet."), DIM);
  gtk_label_set_markup (self->versions, text->str);
}

static void
show_missing (BvInboxDetails *self, const BvInboxEntry *entry)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_more = entry->n_missing - entry->missing->len;
  g_autofree char *more
    = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "… %u more", "… %u more", n_more), n_more);

  for (guint i = 0; i < entry->missing->len; i++)
    add_line (text, g_ptr_array_index (entry->missing, i), PLAIN);
  if (entry->n_missing == 0)
    add_line (text, _ ("Nothing is missing."), DIM);
  if (n_more > 0)
    add_line (text, more, DIM);
  gtk_label_set_markup (self->missing, text->str);
}

static void
add_letter (GString *text, const BvLetterRecord *letter)
{
  g_autofree char *time = write_time (letter->written);
  g_autofree char *line = g_strdup_printf (_ ("%s · reminder, as a mail draft"), time);

  add_line (text, line, PLAIN);
  add_line (text, letter->subject, SMALL);
}

static void
add_handout (GString *text, const BvHandout *handout)
{
  g_autofree char *time = write_time (handout->handed);
  g_autofree char *line = g_strdup_printf (
    handout->way == BV_HANDOUT_MAIL ? _ ("%s · form, as a mail draft") : _ ("%s · form, as a file"), time);

  add_line (text, line, PLAIN);
  add_line (text, handout->file, SMALL);
}

static void
show_sent (BvInboxDetails *self, const BvInboxEntry *entry)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < entry->letters->len; i++)
    add_letter (text, g_ptr_array_index (entry->letters, i));
  for (guint i = 0; i < entry->handouts->len; i++)
    add_handout (text, g_ptr_array_index (entry->handouts, i));
  if (entry->handouts->len == 0)
    add_line (text, _ ("No form was handed out to it."), DIM);
  gtk_label_set_markup (self->sent, text->str);
}

static void
bv_inbox_details_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (bv_inbox_details_parent_class)->dispose (object);
}

static void
bv_inbox_details_class_init (BvInboxDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_inbox_details_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bangvang/BangVang/ui/inbox/inbox-details.ui");
  gtk_widget_class_bind_template_child (widget_class, BvInboxDetails, title_label);
  gtk_widget_class_bind_template_child (widget_class, BvInboxDetails, place_label);
  gtk_widget_class_bind_template_child (widget_class, BvInboxDetails, box);
  gtk_widget_class_bind_template_child (widget_class, BvInboxDetails, versions);
  gtk_widget_class_bind_template_child (widget_class, BvInboxDetails, buttons);
  gtk_widget_class_bind_template_child (widget_class, BvInboxDetails, missing);
  gtk_widget_class_bind_template_child (widget_class, BvInboxDetails, sent);
  gtk_widget_class_set_layout_manager_type (widget_class, BV_TYPE_DETAILS_LAYOUT);
}

static void
bv_inbox_details_init (BvInboxDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * bv_inbox_details_show:
 * @details: the details
 * @entry: (nullable): a unit; %NULL: none is chosen
 */
void
bv_inbox_details_show (BvInboxDetails *details, const BvInboxEntry *entry)
{
  g_autofree char *place = NULL;

  gtk_widget_set_visible (details->box, entry != NULL);
  gtk_label_set_label (details->title_label, entry != NULL ? entry->name : _ ("No unit is chosen"));
  if (entry != NULL)
    place = g_strconcat (entry->above, *entry->above != '\0' && *entry->email != '\0' ? " · " : "",
                         entry->email, NULL);
  gtk_label_set_label (details->place_label, place != NULL ? place : "");
  gtk_widget_set_visible (GTK_WIDGET (details->place_label), place != NULL && *place != '\0');
  if (entry == NULL)
    return;
  show_versions (details, entry);
  gtk_widget_set_visible (details->buttons, bv_inbox_entry_get_last (entry) != NULL);
  show_missing (details, entry);
  show_sent (details, entry);
}
