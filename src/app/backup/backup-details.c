/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/backup/backup-details.h"

#include "app/backup/backup-age.h"
#include "app/backup/backup-table.h"
#include "app/backup/copy-comparison.h"
#include "app/page/details-layout.h"
#include "core/text/wording.h"

#include <glib/gi18n-lib.h>

/**
 * BvBackupDetails:
 *
 * One copy beside the library as it is now: what it holds, and what would be lost if it took its place.
 */
struct _BvBackupDetails
{
  GtkWidget parent_instance;
  GtkLabel *title_label;
  GtkLabel *place_label;
  GtkWidget *box;
  GtkGrid *grid;
  GtkLabel *loss_label;
  GtkLabel *fault_label;
  GtkWidget *restore_button;

  GCancellable *cancellable; /* of what is read; NULL: nothing is */
};

G_DEFINE_FINAL_TYPE (BvBackupDetails, bv_backup_details, GTK_TYPE_WIDGET)

static void
clear_grid (BvBackupDetails *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
}

static GtkWidget *
create_cell (const char *text, double xalign, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_widget_set_hexpand (label, xalign == 0);
  if (xalign == 0)
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static void
add_head (BvBackupDetails *self)
{
  gtk_grid_attach (self->grid, create_cell (_ ("The copy"), 1, "field-title"), 1, 0, 1, 1);
  gtk_grid_attach (self->grid, create_cell (_ ("Now"), 1, "field-title"), 2, 0, 1, 1);
}

/* @present: -1: there is nothing to compare with */
static void
add_row (BvBackupDetails *self, const char *title, gint64 copy, gint64 present)
{
  g_autofree char *before = bv_wording_number (copy);
  g_autofree char *now = present >= 0 ? bv_wording_number (present) : g_strdup ("–");
  int row = 1;

  while (gtk_grid_get_child_at (self->grid, 0, row) != NULL)
    row++;
  gtk_grid_attach (self->grid, create_cell (title, 0, NULL), 0, row, 1, 1);
  gtk_grid_attach (self->grid, create_cell (before, 1, NULL), 1, row, 1, 1);
  gtk_grid_attach (self->grid, create_cell (now, 1, present > copy ? "points" : NULL), 2, row, 1, 1);
}

static void
add_campaign (BvBackupDetails *self, const BvBackupCampaign *copy, const BvBackupFacts *present)
{
  const BvBackupCampaign *now = present != NULL ? bv_backup_facts_find (present, copy->key) : NULL;
  gint64 nothing = present != NULL ? 0 : -1;
  g_autofree char *nominees = g_strdup_printf (_ ("%s: nominees"), copy->title);

  add_row (self, nominees, copy->nominees, now != NULL ? now->nominees : nothing);
  add_row (self, _ ("Verified scores"), copy->verified, now != NULL ? now->verified : nothing);
  add_row (self, _ ("Evidence files"), copy->evidence, now != NULL ? now->evidence : nothing);
}

static void
show_comparison (BvBackupDetails *self, const BvBackupComparison *comparison)
{
  const BvBackupFacts *copy = comparison->copy;
  const BvBackupFacts *present = comparison->present;
  g_autofree char *loss = bv_backup_comparison_describe (comparison);

  add_head (self);
  add_row (self, _ ("Actions"), copy->actions, present != NULL ? present->actions : -1);
  for (guint i = 0; i < copy->campaigns->len; i++)
    add_campaign (self, g_ptr_array_index (copy->campaigns, i), present);
  if (loss != NULL)
    {
      g_autofree char *text
        = g_strdup_printf (_ ("%s. The library as it is now is put aside, and is not written over."), loss);

      gtk_label_set_label (self->loss_label, text);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->loss_label), loss != NULL);
  gtk_widget_set_sensitive (self->restore_button, TRUE);
}

static void
show_fault (BvBackupDetails *self, const char *text)
{
  gtk_label_set_label (self->fault_label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fault_label), text != NULL);
}

static void
compared_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (BvBackupDetails) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BvBackupComparison) comparison = bv_copy_comparison_read_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  if (comparison != NULL)
    show_comparison (self, comparison);
  else
    show_fault (self, error->message);
}

static void
give_up (BvBackupDetails *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
bv_backup_details_dispose (GObject *object)
{
  BvBackupDetails *self = BV_BACKUP_DETAILS (object);
  GtkWidget *child;

  give_up (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (self), BV_TYPE_BACKUP_DETAILS);
  G_OBJECT_CLASS (bv_backup_details_parent_class)->dispose (object);
}

static void
bv_backup_details_class_init (BvBackupDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_backup_details_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bangvang/BangVang/ui/backup/backup-details.ui");
  gtk_widget_class_bind_template_child (widget_class, BvBackupDetails, title_label);
  gtk_widget_class_bind_template_child (widget_class, BvBackupDetails, place_label);
  gtk_widget_class_bind_template_child (widget_class, BvBackupDetails, box);
  gtk_widget_class_bind_template_child (widget_class, BvBackupDetails, grid);
  gtk_widget_class_bind_template_child (widget_class, BvBackupDetails, loss_label);
  gtk_widget_class_bind_template_child (widget_class, BvBackupDetails, fault_label);
  gtk_widget_class_bind_template_child (widget_class, BvBackupDetails, restore_button);
  gtk_widget_class_set_layout_manager_type (widget_class, BV_TYPE_DETAILS_LAYOUT);
}

static void
bv_backup_details_init (BvBackupDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
describe_place (const BvBackupEntry *entry, const char *library)
{
  g_autofree char *places = bv_backup_table_name_places (entry, library);
  g_autofree char *proven = NULL;

  if (entry->manifest == NULL)
    return g_steal_pointer (&places);
  proven = bv_backup_age_write_exactly (entry->manifest->proven);
  /* Translators: places, the version of a program, a time */
  return g_strdup_printf (_ ("%s · made by version %s · proven %s"), places, entry->manifest->program,
                          proven);
}

static void
show_entry (BvBackupDetails *self, const BvBackupEntry *entry, const char *library)
{
  g_autofree char *time = bv_backup_age_write_exactly (entry->time);
  g_autofree char *title = g_strdup_printf (_ ("Copy of %s"), time);
  g_autofree char *place = describe_place (entry, library);

  gtk_label_set_label (self->title_label, title);
  gtk_label_set_label (self->place_label, place);
  show_fault (self, entry->fault);
  self->cancellable = g_cancellable_new ();
  bv_copy_comparison_read_async (library, entry->paths->pdata[0], self->cancellable, compared_cb,
                                 g_object_ref (self));
}

/**
 * bv_backup_details_show:
 * @details: the details
 * @entry: (nullable): a backup; %NULL: none is selected
 * @library: the folder of the library
 *
 * What is compared follows when it is read.
 */
void
bv_backup_details_show (BvBackupDetails *details, const BvBackupEntry *entry, const char *library)
{
  give_up (details);
  clear_grid (details);
  gtk_widget_set_visible (GTK_WIDGET (details->loss_label), FALSE);
  gtk_widget_set_sensitive (details->restore_button, FALSE);
  gtk_widget_set_visible (details->box, entry != NULL);
  gtk_label_set_label (details->title_label, "");
  gtk_label_set_label (details->place_label, "");
  if (entry != NULL)
    show_entry (details, entry, library);
}

/**
 * bv_backup_details_is_busy:
 * @details: the details
 *
 * Returns: whether something is still being read
 */
gboolean
bv_backup_details_is_busy (BvBackupDetails *details)
{
  return details->cancellable != NULL;
}
