/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/backup/storage-view.h"

#include "app/session/reader.h"
#include "core/text/wording.h"
#include "store/library-usage.h"

#include <glib/gi18n-lib.h>

/**
 * BvStorageView:
 *
 * What the library takes of its disk, by what it is.
 */
struct _BvStorageView
{
  GtkWidget parent_instance;
  GtkLabel *folder_label;
  GtkLabel *database_label;
  GtkLabel *journal_label;
  GtkLabel *vault_label;
  GtkLabel *backups_label;
  GtkLabel *whole_label;
  GtkLabel *error_label;

  GCancellable *cancellable; /* of what is read; NULL: nothing is */
};

G_DEFINE_FINAL_TYPE (BvStorageView, bv_storage_view, GTK_TYPE_WIDGET)

static void
show_size (GtkLabel *label, gint64 bytes)
{
  g_autofree char *text = bv_wording_file_size (bytes);

  gtk_label_set_label (label, text);
}

static void
show_usage (BvStorageView *self, const BvLibraryUsage *usage)
{
  show_size (self->database_label, usage->database);
  show_size (self->journal_label, usage->journal);
  show_size (self->vault_label, usage->vault);
  show_size (self->backups_label, usage->backups);
  show_size (self->whole_label, usage->database + usage->journal + usage->vault + usage->backups);
}

static gpointer
measure (BvLibrary *library, gpointer input, GCancellable *cancellable, GError **error)
{
  g_autofree BvLibraryUsage *usage = g_new0 (BvLibraryUsage, 1);

  return bv_library_usage_measure (library, usage, error) ? g_steal_pointer (&usage) : NULL;
}

static void
measured_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (BvStorageView) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree BvLibraryUsage *usage = bv_reader_run_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  if (usage != NULL)
    show_usage (self, usage);
  gtk_label_set_label (self->error_label, error != NULL ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error_label), error != NULL);
}

static void
give_up (BvStorageView *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
bv_storage_view_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  give_up (BV_STORAGE_VIEW (object));
  g_clear_pointer (&child, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (object), BV_TYPE_STORAGE_VIEW);
  G_OBJECT_CLASS (bv_storage_view_parent_class)->dispose (object);
}

static void
bv_storage_view_class_init (BvStorageViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_storage_view_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bangvang/BangVang/ui/backup/storage-view.ui");
  gtk_widget_class_bind_template_child (widget_class, BvStorageView, folder_label);
  gtk_widget_class_bind_template_child (widget_class, BvStorageView, database_label);
  gtk_widget_class_bind_template_child (widget_class, BvStorageView, journal_label);
  gtk_widget_class_bind_template_child (widget_class, BvStorageView, vault_label);
  gtk_widget_class_bind_template_child (widget_class, BvStorageView, backups_label);
  gtk_widget_class_bind_template_child (widget_class, BvStorageView, whole_label);
  gtk_widget_class_bind_template_child (widget_class, BvStorageView, error_label);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
bv_storage_view_init (BvStorageView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * bv_storage_view_read:
 * @view: the view
 * @library: the folder of the library
 *
 * Measures it in a thread, and shows what it takes then.
 */
void
bv_storage_view_read (BvStorageView *view, const char *library)
{
  static const BvReaderKind kind = { measure, g_free, g_free };

  give_up (view);
  gtk_label_set_label (view->folder_label, library);
  view->cancellable = g_cancellable_new ();
  bv_reader_run_async (&kind, library, NULL, view->cancellable, measured_cb, g_object_ref (view));
}

/**
 * bv_storage_view_is_busy:
 * @view: the view
 *
 * Returns: whether it still measures
 */
gboolean
bv_storage_view_is_busy (BvStorageView *view)
{
  return view->cancellable != NULL;
}
