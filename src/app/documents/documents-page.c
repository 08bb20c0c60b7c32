/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/documents/documents-page.h"

#include "app/columns/column-sorter.h"
#include "app/documents/document-details.h"
#include "app/documents/document-table.h"
#include "app/evidence/evidence-dialog.h"
#include "app/evidence/evidence-state.h"
#include "app/evidence/open-job.h"
#include "app/form/removal.h"
#include "app/menu/more-button.h"
#include "app/page/page-feed.h"
#include "app/page/tabs.h"
#include "app/search/row-filter.h"
#include "app/search/row-order.h"
#include "app/session/reader.h"
#include "app/table/cells.h"
#include "app/table/table-frame.h"
#include "app/table/table-model.h"
#include "core/evidence.h"
#include "core/text/wording.h"
#include "store/evidence/campaign-documents.h"

#include <glib/gi18n-lib.h>

/* Its tabs. */
typedef enum
{
  TAB_ALL,
  TAB_MISSING,
  TAB_PENDING,
  TAB_REJECTED,
  TAB_UNUSED,
  TAB_TWICE,
  N_TABS,
} Tab;

static const gint64 facets[N_TABS] = {
  [TAB_PENDING] = BV_CAMPAIGN_DOCUMENTS_PENDING,
  [TAB_REJECTED] = BV_CAMPAIGN_DOCUMENTS_REJECTED,
  [TAB_UNUSED] = BV_CAMPAIGN_DOCUMENTS_UNUSED,
  [TAB_TWICE] = BV_CAMPAIGN_DOCUMENTS_TWICE,
};

/**
 * BvDocumentsPage:
 *
 * All documents of the campaign, and where one is missing.
 */
struct _BvDocumentsPage
{
  BvTablePage parent_instance;
  BvTabs *tabs;
  BvTableFrame *frame;
  BvCells *state_cells;
  BvDocumentDetails *details;
  GtkColumnViewColumn *name_column;
  GtkColumnViewColumn *title_column;
  GtkColumnViewColumn *issued_column;
  GtkColumnViewColumn *issuer_column;
  GtkColumnViewColumn *nominees_column;
  GtkColumnViewColumn *size_column;

  BvTable *documents;        /* #BvCampaignDocumentsColumn; NULL: not read yet */
  GArray *gaps;              /* of BvDocumentGap: the rows that are shown where documents are missing */
  guint n_gaps;              /* where that is so */
  GCancellable *cancellable; /* of what is read; NULL: nothing is */
  gint64 wanted;             /* what is to be selected as soon as it is there; 0: nothing */
};

static BvPageInterface *parent_page;

static void bv_documents_page_be_page (BvPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BvDocumentsPage,
                               bv_documents_page,
                               BV_TYPE_TABLE_PAGE,
                               G_IMPLEMENT_INTERFACE (BV_TYPE_PAGE, bv_documents_page_be_page))

static gint64
get_selected (gpointer page)
{
  BvRow *row = bv_table_page_get_selected (page);

  return row != NULL ? bv_row_get_id (row) : 0;
}

/* Returns: (nullable): where a document is missing, if such a row is selected */
static const BvDocumentGap *
get_gap (BvDocumentsPage *self)
{
  gint64 id = get_selected (self);

  return id < 0 && BV_DOCUMENT_GAP_PLACE (id) < self->gaps->len
           ? &g_array_index (self->gaps, BvDocumentGap, BV_DOCUMENT_GAP_PLACE (id))
           : NULL;
}

/* Returns: the place of the selected document; BV_TABLE_NOT_FOUND: none is */
static guint
find_document (BvDocumentsPage *self)
{
  gint64 id = get_selected (self);

  return id > 0 && self->documents != NULL ? bv_table_find (self->documents, id) : BV_TABLE_NOT_FOUND;
}

static void
bv_documents_page_selected (BvTablePage *page, BvRow *row)
{
  BvDocumentsPage *self = BV_DOCUMENTS_PAGE (page);
  guint document = find_document (self);

  if (document != BV_TABLE_NOT_FOUND)
    bv_document_details_show (self->details, bv_page_get_session (BV_PAGE (page)), bv_row_get_id (row),
                              (bv_table_get_number (self->documents, document, BV_CAMPAIGN_DOCUMENTS_FACETS)
                               & BV_CAMPAIGN_DOCUMENTS_TWICE)
                                != 0);
  else if (get_gap (self) != NULL)
    bv_document_details_show_gap (
      self->details,
      bv_table_get_text (bv_row_get_table (row), bv_row_get_index (row), BV_DOCUMENT_TABLE_NAME),
      bv_table_get_text (bv_row_get_table (row), bv_row_get_index (row), BV_DOCUMENT_TABLE_TITLE),
      bv_table_get_text (bv_row_get_table (row), bv_row_get_index (row), BV_DOCUMENT_TABLE_STATE));
  else
    bv_document_details_clear (self->details);
}

static guint
count_facet (BvDocumentsPage *self, gint64 facet)
{
  guint n = 0;

  for (guint i = 0; i < bv_table_get_n_rows (self->documents); i++)
    n += facet == 0 || (bv_table_get_number (self->documents, i, BV_CAMPAIGN_DOCUMENTS_FACETS) & facet) != 0;
  return n;
}

static BvTable *
make_gaps (BvDocumentsPage *self)
{
  return bv_document_table_new_of_gaps (bv_session_get_proposal (bv_page_get_session (BV_PAGE (self))),
                                        self->gaps);
}

static void
show_tabs (BvDocumentsPage *self)
{
  const char *const titles[N_TABS] = {
    [TAB_ALL] = _ ("All"),
    [TAB_MISSING] = C_ ("documents", "Missing"),
    [TAB_PENDING] = C_ ("documents", "To look at"),
    [TAB_REJECTED] = _ ("Rejected"),
    [TAB_UNUSED] = _ ("Unused"),
    [TAB_TWICE] = _ ("Used twice"),
  };
  BvTab tabs[N_TABS];

  for (guint i = 0; i < N_TABS; i++)
    tabs[i]
      = (BvTab){ i, titles[i], (int) (i == TAB_MISSING ? self->n_gaps : count_facet (self, facets[i])) };
  bv_tabs_set (self->tabs, tabs, N_TABS);
}

/* Where documents are missing a row is a nominee, and there is nothing to be said of a document. */
static void
show_columns (BvDocumentsPage *self, gboolean of_gaps)
{
  GtkColumnViewColumn *const columns[]
    = { self->issued_column, self->issuer_column, self->nominees_column, self->size_column };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    bv_table_page_offer_column (BV_TABLE_PAGE (self), columns[i], !of_gaps);
  gtk_column_view_column_set_title (self->name_column, of_gaps ? _ ("Nominee") : _ ("Document"));
  gtk_column_view_column_set_title (self->title_column, of_gaps ? _ ("Criterion") : _ ("Title"));
}

/* Where what was selected is on another tab. */
static void
select_first (BvDocumentsPage *self)
{
  GtkSingleSelection *selection = bv_table_rows_get_selection (bv_table_page_get_rows (BV_TABLE_PAGE (self)));
  g_autoptr (BvRow) first = g_list_model_get_item (G_LIST_MODEL (selection), 0);

  if (first != NULL && bv_table_page_get_selected (BV_TABLE_PAGE (self)) == NULL)
    bv_table_page_select (BV_TABLE_PAGE (self), bv_row_get_id (first));
}

/* Where the chosen tab has it not, it is among all. */
static void
select_wanted (BvDocumentsPage *self)
{
  gint64 wanted = self->wanted;

  self->wanted = 0;
  if (wanted == 0 || bv_table_page_select (BV_TABLE_PAGE (self), wanted))
    return;
  bv_tabs_choose (self->tabs, TAB_ALL);
  bv_table_page_select (BV_TABLE_PAGE (self), wanted);
}

static void
show (BvDocumentsPage *self)
{
  g_autoptr (BvTable) gaps = make_gaps (self);
  gint64 tab = bv_tabs_get_chosen (self->tabs);
  g_autoptr (BvTable) documents
    = tab == TAB_MISSING ? NULL : bv_document_table_new (self->documents, facets[tab]);

  self->n_gaps = bv_table_get_n_rows (gaps);
  show_tabs (self);
  show_columns (self, documents == NULL);
  bv_table_page_set_table (BV_TABLE_PAGE (self), documents != NULL ? documents : gaps);
  select_first (self);
  select_wanted (self);
  bv_table_page_show_details (BV_TABLE_PAGE (self));
  bv_page_notify_counted (BV_PAGE (self));
}

static void
chosen_cb (BvDocumentsPage *self)
{
  if (self->documents != NULL)
    show (self);
}

static gpointer
read_documents (BvLibrary *library, gpointer input, GCancellable *cancellable, GError **error)
{
  return bv_campaign_documents_read (library, *(const gint64 *) input, error);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (BvDocumentsPage) self = data;
  g_autoptr (GError) error = NULL;
  BvTable *documents = bv_reader_run_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  if (documents == NULL)
    {
      bv_session_report (bv_page_get_session (BV_PAGE (self)), error);
      return;
    }
  g_clear_pointer (&self->documents, bv_table_unref);
  self->documents = documents;
  show (self);
}

static void
give_up (BvDocumentsPage *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
bv_documents_page_refresh (BvPage *page, const BvChanges *changes)
{
  static const BvReaderKind kind = { read_documents, g_free, (GDestroyNotify) bv_table_unref };
  BvDocumentsPage *self = BV_DOCUMENTS_PAGE (page);
  BvSession *session = bv_page_get_session (page);
  gint64 campaign = bv_session_get_campaign (session);

  give_up (self);
  if (campaign == 0)
    return;
  self->cancellable = g_cancellable_new ();
  bv_reader_run_async (&kind, bv_session_get_folder (session), g_memdup2 (&campaign, sizeof campaign),
                       self->cancellable, read_cb, g_object_ref (self));
}

/* What is being read is shown then. */
static void
bv_documents_page_ranked (BvPage *page)
{
  BvDocumentsPage *self = BV_DOCUMENTS_PAGE (page);

  if (self->documents != NULL && self->cancellable == NULL)
    show (self);
}

static void
bv_documents_page_open (BvPage *page, gint64 record)
{
  BvDocumentsPage *self = BV_DOCUMENTS_PAGE (page);

  self->wanted = record;
  /* What was just changed is read first. */
  if (self->documents != NULL && self->cancellable == NULL && !bv_page_feed_is_waiting (GTK_WIDGET (page)))
    select_wanted (self);
}

static gboolean
bv_documents_page_is_busy (BvPage *page)
{
  return parent_page->is_busy (page) || BV_DOCUMENTS_PAGE (page)->cancellable != NULL;
}

static BvTabs *
bv_documents_page_get_tabs (BvPage *page)
{
  return BV_DOCUMENTS_PAGE (page)->tabs;
}

/* `412 documents · 18 to look at · 36 missing` */
static char *
bv_documents_page_describe (BvPage *page)
{
  BvDocumentsPage *self = BV_DOCUMENTS_PAGE (page);
  g_autofree char *all = NULL;
  g_autofree char *pending = NULL;
  g_autofree char *missing = NULL;

  if (self->documents == NULL)
    return NULL;
  all = bv_wording_number (bv_table_get_n_rows (self->documents));
  pending = bv_wording_number (count_facet (self, BV_CAMPAIGN_DOCUMENTS_PENDING));
  missing = bv_wording_number (self->n_gaps);
  return g_strdup_printf (_ ("%s documents · %s to look at · missing in %s places"), all, pending, missing);
}

static void
look_state_cb (GtkInscription *cell, BvRow *row, gpointer data)
{
  BvDocumentsPage *self = data;
  guint document
    = self->documents != NULL ? bv_table_find (self->documents, bv_row_get_id (row)) : BV_TABLE_NOT_FOUND;
  gint64 is = document != BV_TABLE_NOT_FOUND
                ? bv_table_get_number (self->documents, document, BV_CAMPAIGN_DOCUMENTS_FACETS)
                : 0;

  if (document == BV_TABLE_NOT_FOUND || (is & BV_CAMPAIGN_DOCUMENTS_REJECTED) != 0)
    gtk_widget_add_css_class (GTK_WIDGET (cell), "missing");
  else
    gtk_widget_add_css_class (GTK_WIDGET (cell),
                              (is & BV_CAMPAIGN_DOCUMENTS_PENDING) != 0 ? "pending" : "accepted");
}

static void
bv_documents_page_build (BvPage *page)
{
  BvDocumentsPage *self = BV_DOCUMENTS_PAGE (page);
  gboolean was_built = self->frame != NULL;

  parent_page->build (page);
  if (!was_built)
    bv_cells_set_look (self->state_cells, look_state_cb, self);
}

/* Where one is missing there is nothing to open but the nominee. */
static void
open_document (BvPage *page)
{
  BvDocumentsPage *self = BV_DOCUMENTS_PAGE (page);
  const BvDocumentGap *gap = get_gap (self);
  guint document = find_document (self);
  const char *sha256 = document != BV_TABLE_NOT_FOUND
                         ? bv_table_get_text (self->documents, document, BV_CAMPAIGN_DOCUMENTS_SHA256)
                         : "";

  if (gap != NULL)
    gtk_widget_activate_action (GTK_WIDGET (page), "win.open", "(sx)", "nominees", gap->nominee);
  else if (*sha256 != '\0')
    g_object_unref (
      bv_open_job_start (bv_page_get_session (page), sha256,
                         bv_table_get_text (self->documents, document, BV_CAMPAIGN_DOCUMENTS_FILE)));
}

static void
write_state (BvPage *page, BvEvidenceState state)
{
  BvSession *session = bv_page_get_session (page);
  gint64 id = get_selected (page);

  if (id > 0 && bv_session_is_writable (session))
    bv_evidence_state_set (session, id, state);
}

static void
accept_document (BvPage *page)
{
  write_state (page, BV_EVIDENCE_ACCEPTED);
}

static void
reject_document (BvPage *page)
{
  write_state (page, BV_EVIDENCE_REJECTED);
}

/* To the place that lacks one. */
static void
add_document (BvPage *page)
{
  const BvDocumentGap *gap = get_gap (BV_DOCUMENTS_PAGE (page));

  if (gap != NULL)
    bv_evidence_dialog_ask (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))), bv_page_get_session (page),
                            gap->nominee, gap->criterion);
}

/* What proves something is taken away where it does. */
static void
remove_document (BvPage *page)
{
  BvDocumentsPage *self = BV_DOCUMENTS_PAGE (page);
  guint document = find_document (self);
  BvSession *session = bv_page_get_session (page);
  g_autoptr (GError) error = NULL;

  if (document == BV_TABLE_NOT_FOUND)
    return;
  if ((bv_table_get_number (self->documents, document, BV_CAMPAIGN_DOCUMENTS_FACETS)
       & BV_CAMPAIGN_DOCUMENTS_UNUSED)
      != 0)
    bv_removal_do (session, &bv_evidence_entity, get_selected (self));
  else
    {
      error = g_error_new (G_IO_ERROR, G_IO_ERROR_FAILED,
                           _ ("“%s” proves something: take it away at the nominees, which stand below it"),
                           bv_table_get_text (self->documents, document, BV_CAMPAIGN_DOCUMENTS_NAME));
      bv_session_report (session, error);
    }
}

static gboolean
bv_documents_page_explain (BvTablePage *page, BvNoRowsReason *reason)
{
  BvDocumentsPage *self = BV_DOCUMENTS_PAGE (page);

  if (self->documents == NULL)
    return FALSE;
  if (bv_table_get_n_rows (self->documents) == 0 && bv_tabs_get_chosen (self->tabs) == TAB_ALL)
    *reason = (BvNoRowsReason){
      _ ("No documents yet"),
      _ (
        "Files and folders are dropped anywhere on the window: what proves which criterion is found by the names "
        "of files and folders, and by what the forms say."),
      _ ("_Take in files…"),
      "win.take-in",
    };
  else
    *reason = (BvNoRowsReason){ _ ("No such document"), "", NULL, NULL };
  return TRUE;
}

static char *
bv_documents_page_count (guint n_rows, const char *number)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s document", "%s documents", n_rows), number);
}

static void
bv_documents_page_be_page (BvPageInterface *iface)
{
  static const char *const tables[]
    = { "achievement_report", "assessment", "campaign", "criterion", "distinct", "evidence",
        "evidence_link",      "group",      "nominee",  "person",    "unit",     NULL };
  static const BvPageAction actions[] = {
    BV_TABLE_PAGE_ROWS,
    { "open-document", N_ ("Open the selected document, or the nominee that lacks it"), "Return",
      open_document, .of_row = TRUE, .of_page = TRUE },
    { "accept-document", N_ ("Accept the selected document"), "<Control>Return", accept_document,
      .of_row = TRUE, .of_page = TRUE },
    { "reject-document", N_ ("Reject the selected document"), "<Control>BackSpace", reject_document,
      .of_row = TRUE, .of_page = TRUE },
    { "add-document", N_ ("Add files where a document is missing"), "<Control>n", add_document,
      .of_row = TRUE, .of_page = TRUE },
    { "remove-document", N_ ("Remove the selected document that proves nothing"), "Delete", remove_document,
      .of_row = TRUE, .of_page = TRUE },
    BV_TABLE_PAGE_COLUMNS,
  };
  static const BvPageInfo info = {
    .key = "documents",
    .title = N_ ("Evidence"),
    .icon_name = "bv-documents-symbolic",
    .guide = "05-minh-chung.html",
    .tables = tables,
    .actions = actions,
    .n_actions = G_N_ELEMENTS (actions),
  };

  parent_page = g_type_interface_peek_parent (iface);
  iface->info = &info;
  iface->build = bv_documents_page_build;
  iface->refresh = bv_documents_page_refresh;
  iface->ranked = bv_documents_page_ranked;
  iface->open = bv_documents_page_open;
  iface->is_busy = bv_documents_page_is_busy;
  iface->get_tabs = bv_documents_page_get_tabs;
  iface->describe = bv_documents_page_describe;
}

static void
bv_documents_page_dispose (GObject *object)
{
  give_up (BV_DOCUMENTS_PAGE (object));
  G_OBJECT_CLASS (bv_documents_page_parent_class)->dispose (object);
}

static void
bv_documents_page_finalize (GObject *object)
{
  BvDocumentsPage *self = BV_DOCUMENTS_PAGE (object);

  g_clear_pointer (&self->documents, bv_table_unref);
  g_array_unref (self->gaps);
  G_OBJECT_CLASS (bv_documents_page_parent_class)->finalize (object);
}

static void
bv_documents_page_class_init (BvDocumentsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  BvTablePageClass *page_class = BV_TABLE_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_documents_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = bv_documents_page_finalize;
  page_class->selected = bv_documents_page_selected;
  page_class->count = bv_documents_page_count;
  page_class->explain = bv_documents_page_explain;
  g_type_ensure (BV_TYPE_MORE_BUTTON);
  g_type_ensure (BV_TYPE_BANNER);
  g_type_ensure (BV_TYPE_CELLS);
  g_type_ensure (BV_TYPE_COLUMN_SORTER);
  g_type_ensure (BV_TYPE_DOCUMENT_DETAILS);
  g_type_ensure (BV_TYPE_ROW_FILTER);
  g_type_ensure (BV_TYPE_ROW_ORDER);
  g_type_ensure (BV_TYPE_TABLE_FRAME);
  g_type_ensure (BV_TYPE_TABLE_MODEL);
  g_type_ensure (BV_TYPE_TABS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bangvang/BangVang/ui/documents/documents-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BvDocumentsPage, tabs);
  gtk_widget_class_bind_template_child (widget_class, BvDocumentsPage, frame);
  gtk_widget_class_bind_template_child (widget_class, BvDocumentsPage, state_cells);
  gtk_widget_class_bind_template_child (widget_class, BvDocumentsPage, details);
  gtk_widget_class_bind_template_child (widget_class, BvDocumentsPage, name_column);
  gtk_widget_class_bind_template_child (widget_class, BvDocumentsPage, title_column);
  gtk_widget_class_bind_template_child (widget_class, BvDocumentsPage, issued_column);
  gtk_widget_class_bind_template_child (widget_class, BvDocumentsPage, issuer_column);
  gtk_widget_class_bind_template_child (widget_class, BvDocumentsPage, nominees_column);
  gtk_widget_class_bind_template_child (widget_class, BvDocumentsPage, size_column);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
}

static void
bv_documents_page_init (BvDocumentsPage *self)
{
  self->gaps = bv_document_table_new_gaps ();
}
