/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/inbox/inbox-page.h"

#include "app/columns/column-sorter.h"
#include "app/inbox/handout-dialog.h"
#include "app/inbox/inbox-details.h"
#include "app/inbox/inbox-table.h"
#include "app/intake/intake-page.h"
#include "app/mail/letters-dialog.h"
#include "app/menu/more-button.h"
#include "app/page/tabs.h"
#include "app/search/row-filter.h"
#include "app/search/row-order.h"
#include "app/session/reader.h"
#include "app/table/cells.h"
#include "app/table/table-frame.h"
#include "app/table/table-model.h"
#include "app/table/table-tree.h"
#include "app/watching/watch-bar.h"
#include "core/text/wording.h"

#include <glib/gi18n-lib.h>

/**
 * BvInboxPage:
 *
 * Who was asked for something, and what came back.
 */
struct _BvInboxPage
{
  BvTablePage parent_instance;
  BvTabs *tabs;
  BvTableFrame *frame;
  BvCells *name_cells;
  BvCells *state_cells;
  BvInboxDetails *details;
  BvWatchBar *watch_bar;

  BvWatchedFolder *watched;
  BvInbox *inbox;            /* NULL: not read yet */
  GHashTable *ids;           /* what an entry is known by → its id */
  GArray *places;            /* (element-type gint64): the ids of the entries */
  BvTableTree *tree;         /* of the sections */
  GCancellable *cancellable; /* of what is read; NULL: nothing is */
};

static BvPageInterface *parent_page;

static void bv_inbox_page_be_page (BvPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BvInboxPage,
                               bv_inbox_page,
                               BV_TYPE_TABLE_PAGE,
                               G_IMPLEMENT_INTERFACE (BV_TYPE_PAGE, bv_inbox_page_be_page))

/* Ids stay with their units, whatever the order is. */
static gint64
find_id (BvInboxPage *self, const BvInboxEntry *entry)
{
  const BvReceipt *receipt = entry->receipts->len > 0 ? g_ptr_array_index (entry->receipts, 0) : NULL;
  g_autofree char *key
    = entry->unit != NULL ? g_strdup (entry->unit) : g_strconcat ("?", receipt->sha256, NULL);
  guint id = GPOINTER_TO_UINT (g_hash_table_lookup (self->ids, key));

  if (id == 0)
    {
      id = g_hash_table_size (self->ids) + 1;
      g_hash_table_insert (self->ids, g_steal_pointer (&key), GUINT_TO_POINTER (id));
    }
  return id;
}

static const BvInboxEntry *
find_entry (BvInboxPage *self, gint64 id)
{
  for (guint i = 0; self->inbox != NULL && i < self->places->len; i++)
    if (g_array_index (self->places, gint64, i) == id)
      return g_ptr_array_index (self->inbox->entries, i);
  return NULL;
}

/* Returns: (nullable): the selected unit */
static const BvInboxEntry *
get_selected (gpointer page)
{
  BvRow *row = bv_table_page_get_selected (page);

  return row != NULL ? find_entry (page, bv_row_get_id (row)) : NULL;
}

static void
bv_inbox_page_selected (BvTablePage *page, BvRow *row)
{
  bv_inbox_details_show (BV_INBOX_PAGE (page)->details, get_selected (page));
}

static void
show (gpointer page)
{
  BvInboxPage *self = page;
  g_autoptr (GPtrArray) nobody = g_ptr_array_new ();
  const BvInbox nothing = { .entries = nobody };
  g_autoptr (BvTable) table
    = bv_inbox_table_new (self->inbox->is_begun ? self->inbox : &nothing, (const gint64 *) self->places->data,
                          bv_table_tree_get_closed (self->tree));

  bv_table_page_set_table (page, table);
  bv_table_page_show_details (page);
  bv_page_notify_counted (page);
}

static void
show_tabs (BvInboxPage *self)
{
  const guint *counts = self->inbox->counts;
  const BvTab tabs[] = {
    { 0, _ ("All"), self->inbox->entries->len },
    { BV_INBOX_TO_SEE + 1, _ ("To look at"), counts[BV_INBOX_TO_SEE] },
    { BV_INBOX_WAITED + 1, _ ("Not sent"), counts[BV_INBOX_WAITED] },
    { BV_INBOX_RECEIVED + 1, _ ("Received"), counts[BV_INBOX_RECEIVED] },
  };

  bv_tabs_set (self->tabs, tabs, G_N_ELEMENTS (tabs));
}

static void
take_inbox (BvInboxPage *self, BvInbox *inbox)
{
  gboolean is_first = bv_table_page_get_selected (BV_TABLE_PAGE (self)) == NULL;

  g_clear_pointer (&self->inbox, bv_inbox_free);
  self->inbox = inbox;
  g_array_set_size (self->places, 0);
  for (guint i = 0; i < inbox->entries->len; i++)
    {
      gint64 id = find_id (self, g_ptr_array_index (inbox->entries, i));

      g_array_append_val (self->places, id);
    }
  show_tabs (self);
  show (self);
  if (is_first && inbox->is_begun && self->places->len > 0)
    bv_table_page_select (BV_TABLE_PAGE (self), g_array_index (self->places, gint64, 0));
}

/* Which inbox is read. */
typedef struct
{
  gint64 campaign;
  gint64 date;
} Wanted;

static gpointer
read_inbox (BvLibrary *library, gpointer input, GCancellable *cancellable, GError **error)
{
  const Wanted *wanted = input;

  return bv_inbox_read (library, wanted->campaign, wanted->date, error);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (BvInboxPage) self = data;
  g_autoptr (GError) error = NULL;
  BvInbox *inbox = bv_reader_run_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  if (inbox != NULL)
    take_inbox (self, inbox);
  else
    bv_session_report (bv_page_get_session (BV_PAGE (self)), error);
}

static void
give_up (BvInboxPage *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
bv_inbox_page_refresh (BvPage *page, const BvChanges *changes)
{
  static const BvReaderKind kind = { read_inbox, g_free, (GDestroyNotify) bv_inbox_free };
  BvInboxPage *self = BV_INBOX_PAGE (page);
  BvSession *session = bv_page_get_session (page);
  Wanted *wanted;

  give_up (self);
  if (bv_session_get_campaign (session) == 0)
    return;
  wanted = g_new (Wanted, 1);
  *wanted = (Wanted){ bv_session_get_campaign (session), bv_session_get_date (session) };
  self->cancellable = g_cancellable_new ();
  bv_reader_run_async (&kind, bv_session_get_folder (session), wanted, self->cancellable, read_cb,
                       g_object_ref (self));
}

static gboolean
bv_inbox_page_is_busy (BvPage *page)
{
  BvInboxPage *self = BV_INBOX_PAGE (page);

  return parent_page->is_busy (page) || self->cancellable != NULL
         || bv_watched_folder_is_busy (self->watched);
}

static void
bv_inbox_page_set_search (BvPage *page, const char *text)
{
  BvInboxPage *self = BV_INBOX_PAGE (page);

  if (bv_table_tree_set_searching (self->tree, *text != '\0') && self->inbox != NULL)
    show (self);
  parent_page->set_search (page, text);
}

static void
chosen_cb (BvInboxPage *self)
{
  bv_table_page_set_group (BV_TABLE_PAGE (self), bv_tabs_get_chosen (self->tabs));
}

static BvTabs *
bv_inbox_page_get_tabs (BvPage *page)
{
  return BV_INBOX_PAGE (page)->tabs;
}

/* What waits there, also while another page is shown. */
static guint
bv_inbox_page_count_waiting (BvPage *page)
{
  BvSession *session = bv_page_get_session (page);
  gint64 campaign = session != NULL ? bv_session_get_campaign (session) : 0;
  GPtrArray *files = bv_watched_folder_get_files (BV_INBOX_PAGE (page)->watched);

  return campaign != 0 ? bv_receipts_count_to_see (bv_session_get_library (session), campaign) + files->len
                       : 0;
}

/* `195 units · 12 to look at · 8 not sent` */
static char *
bv_inbox_page_describe (BvPage *page)
{
  const BvInbox *inbox = BV_INBOX_PAGE (page)->inbox;
  g_autofree char *units = inbox != NULL ? bv_wording_number (inbox->entries->len) : NULL;
  g_autofree char *to_see = inbox != NULL ? bv_wording_number (inbox->counts[BV_INBOX_TO_SEE]) : NULL;
  g_autofree char *waited = inbox != NULL ? bv_wording_number (inbox->counts[BV_INBOX_WAITED]) : NULL;

  if (inbox == NULL)
    return NULL;
  return g_strdup_printf (_ ("%s units · %s to look at · %s not sent"), units, to_see, waited);
}

static void
look_name_cb (GtkInscription *cell, BvRow *row, gpointer data)
{
  bv_table_tree_look (cell, row, bv_table_get_depth (bv_row_get_table (row), bv_row_get_index (row)));
}

static void
look_state_cb (GtkInscription *cell, BvRow *row, gpointer data)
{
  const BvInboxEntry *entry = find_entry (data, bv_row_get_id (row));

  if (entry == NULL)
    return;
  if (entry->section == BV_INBOX_TO_SEE)
    gtk_widget_add_css_class (GTK_WIDGET (cell), "pending");
  else if (entry->section == BV_INBOX_RECEIVED)
    gtk_widget_add_css_class (GTK_WIDGET (cell), "accepted");
  else if (entry->handouts->len > 0)
    gtk_widget_add_css_class (GTK_WIDGET (cell), "missing");
  else
    gtk_widget_add_css_class (GTK_WIDGET (cell), "dim");
}

static void
bv_inbox_page_build (BvPage *page)
{
  BvInboxPage *self = BV_INBOX_PAGE (page);
  gboolean was_built = self->frame != NULL;

  parent_page->build (page);
  if (was_built)
    return;
  bv_cells_set_look (self->name_cells, look_name_cb, self);
  bv_cells_set_look (self->state_cells, look_state_cb, self);
  bv_table_tree_listen (self->tree, self->frame, self->name_cells);
  bv_watch_bar_show (self->watch_bar, self->watched);
}

static GtkWindow *
get_window (BvPage *page)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page)));
}

static void
hand_out (BvPage *page)
{
  g_object_unref (bv_handout_dialog_start (get_window (page), bv_page_get_session (page)));
}

/* Those whose answer has not come are chosen; the others are there to be added. */
static void
remind (BvPage *page)
{
  BvInboxPage *self = BV_INBOX_PAGE (page);
  g_autoptr (GStrvBuilder) units = g_strv_builder_new ();
  g_auto (GStrv) among = NULL;

  for (guint i = 0; self->inbox != NULL && i < self->inbox->entries->len; i++)
    {
      const BvInboxEntry *entry = g_ptr_array_index (self->inbox->entries, i);

      if (entry->section == BV_INBOX_WAITED && entry->unit != NULL)
        g_strv_builder_add (units, entry->unit);
    }
  among = g_strv_builder_end (units);
  g_object_unref (bv_letters_dialog_start_among (get_window (page), bv_page_get_session (page),
                                                 (const char *const *) among));
}

static void
see_answer (BvPage *page)
{
  const BvInboxEntry *entry = get_selected (page);
  const BvReceipt *last = entry != NULL ? bv_inbox_entry_get_last (entry) : NULL;

  BvIntakePage *preview = bv_intake_page_find (get_window (page));

  if (last != NULL && preview != NULL)
    bv_intake_page_read_receipt (preview, last);
}

/* What came into the watched folder. */
static void
look_cb (BvInboxPage *self, GPtrArray *files)
{
  BvIntakePage *preview = bv_intake_page_find (get_window (BV_PAGE (self)));

  if (preview != NULL && bv_intake_page_read_files (preview, files))
    g_ptr_array_unref (bv_watched_folder_take_files (self->watched));
}

static void
decide (BvPage *page, BvReceiptState state)
{
  const BvInboxEntry *entry = get_selected (page);
  const BvReceipt *last = entry != NULL ? bv_inbox_entry_get_last (entry) : NULL;
  BvSession *session = bv_page_get_session (page);
  g_autoptr (GError) error = NULL;

  if (last != NULL && !bv_receipts_set_state (bv_session_get_library (session), last, state, &error))
    bv_session_report (session, error);
}

static void
settle_answer (BvPage *page)
{
  decide (page, BV_RECEIPT_SETTLED);
}

static void
discard_answer (BvPage *page)
{
  decide (page, BV_RECEIPT_DISCARDED);
}

static gboolean
bv_inbox_page_explain (BvTablePage *page, BvNoRowsReason *reason)
{
  if (BV_INBOX_PAGE (page)->inbox == NULL)
    return FALSE;
  *reason = (BvNoRowsReason){
    _ ("No form was handed out to anybody yet"),
    _ ("Each unit gets a form with what is known of it already; what comes back is taken in without "
       "retyping. Files that have come are dropped anywhere on the window, or taken in with Ctrl+O."),
    _ ("_Hand out forms…"),
    "win.hand-out",
  };
  return TRUE;
}

static char *
bv_inbox_page_count (guint n_rows, const char *number)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s unit", "%s units", n_rows), number);
}

static void
bv_inbox_page_be_page (BvPageInterface *iface)
{
  static const char *const tables[] = { "assessment", "campaign",      "evidence", "handout", "letter",
                                        "nominee",    "participation", "receipt",  "unit",    NULL };
  static const BvPageAction actions[] = {
    BV_TABLE_PAGE_ROWS,
    { "hand-out", N_ ("Hand out forms"), NULL, hand_out },
    { "remind", N_ ("Remind those who have not sent"), NULL, remind, .of_page = TRUE },
    { "see-answer", N_ ("See the selected unit's last answer, and take it in"), "Return", see_answer,
      .of_row = TRUE, .of_page = TRUE },
    { "settle-answer", N_ ("The selected unit's last answer is settled"), NULL, settle_answer, .of_row = TRUE,
      .of_page = TRUE },
    { "discard-answer", N_ ("Discard the selected unit's last answer"), "Delete", discard_answer,
      .of_row = TRUE, .of_page = TRUE },
    BV_TABLE_PAGE_COLUMNS,
  };
  static const BvPageInfo info = {
    .calls = TRUE,
    .key = "inbox",
    .title = N_ ("Inbox"),
    .icon_name = "bv-inbox-symbolic",
    .guide = "12-hop-nhan.html",
    .tables = tables,
    .actions = actions,
    .n_actions = G_N_ELEMENTS (actions),
  };

  parent_page = g_type_interface_peek_parent (iface);
  iface->info = &info;
  iface->build = bv_inbox_page_build;
  iface->refresh = bv_inbox_page_refresh;
  iface->is_busy = bv_inbox_page_is_busy;
  iface->set_search = bv_inbox_page_set_search;
  iface->get_tabs = bv_inbox_page_get_tabs;
  iface->count = bv_inbox_page_count_waiting;
  iface->describe = bv_inbox_page_describe;
}

static void
bv_inbox_page_dispose (GObject *object)
{
  give_up (BV_INBOX_PAGE (object));
  G_OBJECT_CLASS (bv_inbox_page_parent_class)->dispose (object);
}

static void
bv_inbox_page_finalize (GObject *object)
{
  BvInboxPage *self = BV_INBOX_PAGE (object);

  g_object_unref (self->watched);
  g_clear_pointer (&self->inbox, bv_inbox_free);
  bv_table_tree_free (self->tree);
  g_hash_table_unref (self->ids);
  g_array_unref (self->places);
  G_OBJECT_CLASS (bv_inbox_page_parent_class)->finalize (object);
}

static void
bv_inbox_page_class_init (BvInboxPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  BvTablePageClass *page_class = BV_TABLE_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_inbox_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = bv_inbox_page_finalize;
  page_class->selected = bv_inbox_page_selected;
  page_class->count = bv_inbox_page_count;
  page_class->explain = bv_inbox_page_explain;
  g_type_ensure (BV_TYPE_MORE_BUTTON);
  g_type_ensure (BV_TYPE_BANNER);
  g_type_ensure (BV_TYPE_CELLS);
  g_type_ensure (BV_TYPE_COLUMN_SORTER);
  g_type_ensure (BV_TYPE_INBOX_DETAILS);
  g_type_ensure (BV_TYPE_ROW_FILTER);
  g_type_ensure (BV_TYPE_ROW_ORDER);
  g_type_ensure (BV_TYPE_TABLE_FRAME);
  g_type_ensure (BV_TYPE_TABLE_MODEL);
  g_type_ensure (BV_TYPE_TABS);
  g_type_ensure (BV_TYPE_WATCH_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bangvang/BangVang/ui/inbox/inbox-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BvInboxPage, tabs);
  gtk_widget_class_bind_template_child (widget_class, BvInboxPage, frame);
  gtk_widget_class_bind_template_child (widget_class, BvInboxPage, name_cells);
  gtk_widget_class_bind_template_child (widget_class, BvInboxPage, state_cells);
  gtk_widget_class_bind_template_child (widget_class, BvInboxPage, details);
  gtk_widget_class_bind_template_child (widget_class, BvInboxPage, watch_bar);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, look_cb);
}

static void
bv_inbox_page_init (BvInboxPage *self)
{
  self->watched = bv_watched_folder_new ();
  g_signal_connect_object (self->watched, "changed", G_CALLBACK (bv_page_notify_counted), self,
                           G_CONNECT_SWAPPED);
  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->places = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->tree = bv_table_tree_new (BV_TABLE_PAGE (self), show);
}
