/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/backup/backups-page.h"

#include "app/backup/backup-details.h"
#include "app/backup/backup-places.h"
#include "app/backup/backup-roll.h"
#include "app/backup/backup-summary.h"
#include "app/backup/backup-table.h"
#include "app/backup/backup-work.h"
#include "app/backup/storage-view.h"
#include "app/columns/column-sorter.h"
#include "app/library/restoration-question.h"
#include "app/library/view-window.h"
#include "app/menu/more-button.h"
#include "app/page/tabs.h"
#include "app/search/row-filter.h"
#include "app/search/row-order.h"
#include "app/system/desktop.h"
#include "app/table/cells.h"
#include "app/table/table-frame.h"
#include "app/table/table-model.h"

#include <glib/gi18n-lib.h>

enum
{
  TAB_COPIES = 1,
  TAB_STORAGE,
};

/**
 * BvBackupsPage:
 *
 * The backups of the library, and what it takes of its disk.
 */
struct _BvBackupsPage
{
  BvTablePage parent_instance;
  BvTabs *tabs;
  BvBackupSummary *summary;
  GtkStack *stack;
  BvBackupDetails *details;
  BvStorageView *storage;

  gboolean has_begun;
  gboolean whole;            /* each copy is read to its end */
  BvBackupList *list;        /* NULL: not read yet */
  GCancellable *cancellable; /* of what is read; NULL: nothing is */
};

static BvPageInterface *parent_page;

static void bv_backups_page_be_page (BvPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BvBackupsPage,
                               bv_backups_page,
                               BV_TYPE_TABLE_PAGE,
                               G_IMPLEMENT_INTERFACE (BV_TYPE_PAGE, bv_backups_page_be_page))

static const char *
get_folder (BvBackupsPage *self)
{
  return bv_session_get_folder (bv_page_get_session (BV_PAGE (self)));
}

/* Returns: (nullable): the selected backup */
static const BvBackupEntry *
get_selected (BvBackupsPage *self)
{
  BvRow *row = bv_table_page_get_selected (BV_TABLE_PAGE (self));

  if (row == NULL || self->list == NULL || bv_row_get_id (row) > self->list->entries->len)
    return NULL;
  return g_ptr_array_index (self->list->entries, bv_row_get_id (row) - 1);
}

static void
bv_backups_page_selected (BvTablePage *page, BvRow *row)
{
  BvBackupsPage *self = BV_BACKUPS_PAGE (page);

  bv_backup_details_show (self->details, get_selected (self), get_folder (self));
}

/* Rows are numbered anew with each list: of the new one the same copy is chosen, not the same number. */
static void
select_path (BvBackupsPage *self, const char *path)
{
  for (guint i = 0; i < self->list->entries->len; i++)
    {
      const BvBackupEntry *entry = g_ptr_array_index (self->list->entries, i);

      if (g_ptr_array_find_with_equal_func (entry->paths, path, g_str_equal, NULL))
        bv_table_page_select (BV_TABLE_PAGE (self), i + 1);
    }
}

static void
take_list (BvBackupsPage *self, BvBackupList *list)
{
  g_autofree char *second = bv_backup_places_name_second ();
  g_autoptr (BvTable) table = bv_backup_table_new (list, get_folder (self), second != NULL);
  const BvBackupEntry *selected = get_selected (self);
  g_autofree char *path = selected != NULL ? g_strdup (selected->paths->pdata[0]) : NULL;

  g_clear_pointer (&self->list, bv_backup_list_free);
  self->list = list;
  bv_backup_summary_show (self->summary, list);
  bv_table_page_set_table (BV_TABLE_PAGE (self), table);
  if (path != NULL)
    select_path (self, path);
  bv_table_page_show_details (BV_TABLE_PAGE (self));
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (BvBackupsPage) self = data;
  g_autoptr (GError) error = NULL;
  BvBackupList *list = bv_backup_roll_read_finish (result, &error);

  if (list == NULL)
    return;
  g_clear_object (&self->cancellable);
  take_list (self, list);
}

static void
give_up (BvBackupsPage *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
read_list (BvBackupsPage *self)
{
  give_up (self);
  self->cancellable = g_cancellable_new ();
  bv_backup_roll_read_async (get_folder (self), self->whole, self->cancellable, read_cb, g_object_ref (self));
  bv_storage_view_read (self->storage, get_folder (self));
}

static void
backed_up_cb (BvBackupsPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    read_list (self);
}

static void
begin (BvBackupsPage *self)
{
  const BvTab tabs[] = { { TAB_COPIES, _ ("Backups"), -1 }, { TAB_STORAGE, _ ("Storage"), -1 } };

  self->has_begun = TRUE;
  bv_tabs_set (self->tabs, tabs, G_N_ELEMENTS (tabs));
  g_signal_connect_object (bv_page_get_session (BV_PAGE (self)), "backed-up", G_CALLBACK (backed_up_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
bv_backups_page_refresh (BvPage *page, const BvChanges *changes)
{
  BvBackupsPage *self = BV_BACKUPS_PAGE (page);

  if (!self->has_begun)
    begin (self);
  read_list (self);
}

static gboolean
bv_backups_page_is_busy (BvPage *page)
{
  BvBackupsPage *self = BV_BACKUPS_PAGE (page);

  return parent_page->is_busy (page) || self->cancellable != NULL || bv_backup_details_is_busy (self->details)
         || bv_storage_view_is_busy (self->storage);
}

static void
places_changed_cb (BvBackupsPage *self)
{
  read_list (self);
}

static void
chosen_cb (BvBackupsPage *self)
{
  gboolean storage = bv_tabs_get_chosen (self->tabs) == TAB_STORAGE;

  gtk_stack_set_visible_child_name (self->stack, storage ? "storage" : "copies");
}

static BvTabs *
bv_backups_page_get_tabs (BvPage *page)
{
  return BV_BACKUPS_PAGE (page)->tabs;
}

static void
back_up (BvPage *page)
{
  g_object_unref (bv_backup_work_start (bv_page_get_session (page), FALSE));
}

/* The copies that are there are read to their end, and a new one is made for which every file is hashed. What
 * was found that way would not be seen by a look at their sizes: from now on they are always read so. */
static void
check_all (BvPage *page)
{
  BV_BACKUPS_PAGE (page)->whole = TRUE;
  read_list (BV_BACKUPS_PAGE (page));
  g_object_unref (bv_backup_work_start (bv_page_get_session (page), TRUE));
}

static void
restore (BvPage *page)
{
  const BvBackupEntry *entry = get_selected (BV_BACKUPS_PAGE (page));

  if (entry != NULL)
    bv_restoration_question_ask (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))),
                                 get_folder (BV_BACKUPS_PAGE (page)), entry->paths->pdata[0]);
}

static void
view (BvPage *page)
{
  const BvBackupEntry *entry = get_selected (BV_BACKUPS_PAGE (page));

  if (entry != NULL)
    g_object_unref (bv_view_window_start (bv_page_get_session (page), entry->paths->pdata[0], entry->time));
}

static void
open_folder (BvPage *page)
{
  const BvBackupEntry *entry = get_selected (BV_BACKUPS_PAGE (page));
  g_autoptr (GFile) file = entry != NULL ? g_file_new_for_path (entry->paths->pdata[0]) : NULL;
  g_autoptr (GFile) folder = file != NULL ? g_file_get_parent (file) : NULL;
  g_autoptr (GError) error = NULL;

  if (folder != NULL && !bv_desktop_open (folder, &error))
    bv_session_report (bv_page_get_session (page), error);
}

static char *
bv_backups_page_count (guint n_rows, const char *number)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s backup", "%s backups", n_rows), number);
}

static gboolean
bv_backups_page_explain (BvTablePage *page, BvNoRowsReason *reason)
{
  if (BV_BACKUPS_PAGE (page)->list == NULL)
    return FALSE;
  *reason = (BvNoRowsReason){
    _ ("No backups yet"),
    _ ("A backup is made and proven on closing; best also on another disk."),
    _ ("_Back up now"),
    "win.back-up",
  };
  return TRUE;
}

static void
bv_backups_page_be_page (BvPageInterface *iface)
{
  static const char *const tables[] = { "assessment", "campaign", "evidence", "nominee", NULL };
  static const BvPageAction actions[] = {
    BV_TABLE_PAGE_ROWS,
    { "back-up", N_ ("Back up now"), NULL, back_up, TRUE },
    { "check-backups", N_ ("Check all backups again"), NULL, check_all, TRUE },
    { "restore-backup", N_ ("Restore the selected backup"), NULL, restore, TRUE, TRUE },
    { "view-backup", N_ ("Look into the selected backup"), NULL, view, TRUE, TRUE },
    { "open-backup-folder", N_ ("Open the folder of the selected backup"), NULL, open_folder, TRUE, TRUE },
    BV_TABLE_PAGE_COLUMNS,
  };
  static const BvPageInfo info = {
    .key = "backups",
    .title = N_ ("Backup and restore"),
    .icon_name = "drive-harddisk-symbolic",
    .guide = "10-khi-can.html",
    .tables = tables,
    .actions = actions,
    .n_actions = G_N_ELEMENTS (actions),
    .of_menu = TRUE,
  };

  parent_page = g_type_interface_peek_parent (iface);
  iface->info = &info;
  iface->refresh = bv_backups_page_refresh;
  iface->is_busy = bv_backups_page_is_busy;
  iface->get_tabs = bv_backups_page_get_tabs;
}

static void
bv_backups_page_dispose (GObject *object)
{
  give_up (BV_BACKUPS_PAGE (object));
  G_OBJECT_CLASS (bv_backups_page_parent_class)->dispose (object);
}

static void
bv_backups_page_finalize (GObject *object)
{
  g_clear_pointer (&BV_BACKUPS_PAGE (object)->list, bv_backup_list_free);
  G_OBJECT_CLASS (bv_backups_page_parent_class)->finalize (object);
}

static void
bv_backups_page_class_init (BvBackupsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  BvTablePageClass *page_class = BV_TABLE_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_backups_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = bv_backups_page_finalize;
  page_class->selected = bv_backups_page_selected;
  page_class->count = bv_backups_page_count;
  page_class->explain = bv_backups_page_explain;
  g_type_ensure (BV_TYPE_MORE_BUTTON);
  g_type_ensure (BV_TYPE_BACKUP_DETAILS);
  g_type_ensure (BV_TYPE_BACKUP_SUMMARY);
  g_type_ensure (BV_TYPE_BANNER);
  g_type_ensure (BV_TYPE_CELLS);
  g_type_ensure (BV_TYPE_COLUMN_SORTER);
  g_type_ensure (BV_TYPE_ROW_FILTER);
  g_type_ensure (BV_TYPE_ROW_ORDER);
  g_type_ensure (BV_TYPE_STORAGE_VIEW);
  g_type_ensure (BV_TYPE_TABLE_FRAME);
  g_type_ensure (BV_TYPE_TABLE_MODEL);
  g_type_ensure (BV_TYPE_TABS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bangvang/BangVang/ui/backup/backups-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BvBackupsPage, tabs);
  gtk_widget_class_bind_template_child (widget_class, BvBackupsPage, summary);
  gtk_widget_class_bind_template_child (widget_class, BvBackupsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, BvBackupsPage, details);
  gtk_widget_class_bind_template_child (widget_class, BvBackupsPage, storage);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, places_changed_cb);
}

static void
bv_backups_page_init (BvBackupsPage *self)
{
}
