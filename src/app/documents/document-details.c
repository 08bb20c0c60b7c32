/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/documents/document-details.h"

#include "app/draft/record-draft.h"
#include "app/form/record-form.h"
#include "app/page/details-layout.h"
#include "app/viewer/paper-view.h"
#include "core/evidence.h"
#include "core/text/wording.h"
#include "store/edit.h"
#include "store/evidence/campaign-documents.h"
#include "store/vault.h"

#include <glib/gi18n-lib.h>

/* So many places in which a document is used are listed. */
#define MOST_USES 60

/**
 * BvDocumentDetails:
 *
 * One document: what is known of it, whether it is accepted, and what it proves; or a place where one is
 * missing.
 */
struct _BvDocumentDetails
{
  GtkWidget parent_instance;
  GtkLabel *name_label;
  GtkLabel *file_label;
  GtkWidget *document_buttons;
  GtkWidget *gap_buttons;
  GtkWidget *body;
  GtkBox *form_box;
  GtkLabel *twice_label;
  GtkLabel *uses_title;
  GtkLabel *uses_label;
  GtkWidget *paper;
  BvPaperView *paper_view;
  GtkWidget *form; /* NULL until a document was selected */
  BvSession *session;
  BvDraft *draft;
};

G_DEFINE_FINAL_TYPE (BvDocumentDetails, bv_document_details, GTK_TYPE_WIDGET)

static void
create_form (BvDocumentDetails *self)
{
  static const char *const fields[] = { "number", "issued", "issuer", "title", "received", "state", NULL };

  self->form = bv_record_form_new (&bv_evidence_entity, fields);
  gtk_box_append (self->form_box, self->form);
}

static void
take_document (BvDocumentDetails *self, BvEvidence *document)
{
  const BvEvidence *before = self->draft != NULL ? bv_draft_get_record (self->draft, BV_DRAFT_WHOLE) : NULL;

  if (self->form == NULL)
    create_form (self);
  if (before == NULL || before->record.id != document->record.id)
    {
      g_clear_object (&self->draft);
      self->draft = bv_record_draft_new (self->session, document);
    }
  else
    {
      bv_draft_take_record (self->draft, document);
    }
  bv_record_form_bind (BV_RECORD_FORM (self->form), self->draft, BV_DRAFT_WHOLE);
}

static void
show_file (BvDocumentDetails *self, const BvEvidence *document)
{
  g_autofree char *size = document->sha256 != NULL ? bv_wording_file_size (document->bytes) : NULL;
  g_autofree char *text
    = size != NULL ? g_strdup_printf ("%s · %s", document->file, size) : g_strdup (_ ("Without a file"));

  gtk_label_set_label (self->file_label, text);
  gtk_widget_set_visible (self->document_buttons, document->sha256 != NULL);
}

/* The name of the nominee leads to it. */
static void
append_use (GString *markup, BvTable *uses, guint row)
{
  const char *criterion = bv_table_get_text (uses, row, BV_CAMPAIGN_DOCUMENTS_USE_CRITERION);
  g_autofree char *line = g_markup_printf_escaped (
    "%s<a href=\"%" G_GINT64_FORMAT "\">%s</a> <span size=\"smaller\">%s</span>", markup->len > 0 ? "\n" : "",
    bv_table_get_id (uses, row), bv_table_get_text (uses, row, BV_CAMPAIGN_DOCUMENTS_USE_NOMINEE),
    *criterion != '\0' ? criterion : _ ("Report of achievements"));

  g_string_append (markup, line);
}

static void
show_uses (BvDocumentDetails *self, gint64 evidence)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvTable) uses
    = bv_campaign_documents_read_uses (bv_session_get_library (self->session), evidence, &error);
  g_autoptr (GString) markup = g_string_new (NULL);
  guint n_uses = uses != NULL ? bv_table_get_n_rows (uses) : 0;
  g_autofree char *count = bv_wording_number (n_uses);
  g_autofree char *title = g_strdup_printf (_ ("It proves (%s)"), count);

  if (uses == NULL)
    bv_session_report (self->session, error);
  for (guint i = 0; i < MIN (n_uses, MOST_USES); i++)
    append_use (markup, uses, i);
  if (n_uses > MOST_USES)
    bv_wording_append_rest (markup, "\n", n_uses - MOST_USES);
  if (n_uses == 0)
    g_string_append (markup, _ ("Nothing yet."));
  gtk_label_set_label (self->uses_title, title);
  gtk_label_set_markup (self->uses_label, markup->str);
}

/* It is read here; the one that stays while its state is changed is not drawn anew. */
static void
show_paper (BvDocumentDetails *self, const BvEvidence *document)
{
  g_autofree char *path = NULL;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  gtk_widget_set_visible (self->paper, document->sha256 != NULL);
  if (document->sha256 == NULL)
    {
      bv_paper_view_clear (self->paper_view);
      return;
    }
  path = bv_vault_get_path (bv_session_get_folder (self->session), document->sha256, document->file);
  bv_paper_view_show (self->paper_view, path, bv_evidence_name (document), NULL);
}

static void
opened_cb (BvDocumentDetails *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-document", NULL);
}

static gboolean
activate_link_cb (BvDocumentDetails *self, const char *nominee)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open", "(sx)", "nominees",
                              g_ascii_strtoll (nominee, NULL, 10));
  return TRUE;
}

/* What is not seen is not drawn. */
static void
bv_document_details_map (GtkWidget *widget)
{
  BvDocumentDetails *self = BV_DOCUMENT_DETAILS (widget);

  GTK_WIDGET_CLASS (bv_document_details_parent_class)->map (widget);
  if (self->draft != NULL && gtk_widget_get_visible (self->body))
    show_paper (self, bv_draft_get_record (self->draft, BV_DRAFT_WHOLE));
}

static void
bv_document_details_dispose (GObject *object)
{
  BvDocumentDetails *self = BV_DOCUMENT_DETAILS (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (self), BV_TYPE_DOCUMENT_DETAILS);
  g_clear_object (&self->draft);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (bv_document_details_parent_class)->dispose (object);
}

static void
bv_document_details_class_init (BvDocumentDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_document_details_dispose;
  widget_class->map = bv_document_details_map;
  g_type_ensure (BV_TYPE_PAPER_VIEW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/bangvang/BangVang/ui/documents/document-details.ui");
  gtk_widget_class_bind_template_child (widget_class, BvDocumentDetails, name_label);
  gtk_widget_class_bind_template_child (widget_class, BvDocumentDetails, file_label);
  gtk_widget_class_bind_template_child (widget_class, BvDocumentDetails, document_buttons);
  gtk_widget_class_bind_template_child (widget_class, BvDocumentDetails, gap_buttons);
  gtk_widget_class_bind_template_child (widget_class, BvDocumentDetails, body);
  gtk_widget_class_bind_template_child (widget_class, BvDocumentDetails, form_box);
  gtk_widget_class_bind_template_child (widget_class, BvDocumentDetails, twice_label);
  gtk_widget_class_bind_template_child (widget_class, BvDocumentDetails, uses_title);
  gtk_widget_class_bind_template_child (widget_class, BvDocumentDetails, uses_label);
  gtk_widget_class_bind_template_child (widget_class, BvDocumentDetails, paper);
  gtk_widget_class_bind_template_child (widget_class, BvDocumentDetails, paper_view);
  gtk_widget_class_bind_template_callback (widget_class, activate_link_cb);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, BV_TYPE_DETAILS_LAYOUT);
}

static void
bv_document_details_init (BvDocumentDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_head (BvDocumentDetails *self, const char *name, const char *file)
{
  gtk_label_set_label (self->name_label, name);
  gtk_label_set_label (self->file_label, file);
  gtk_widget_set_visible (GTK_WIDGET (self->file_label), *file != '\0');
}

static void
hide_all (BvDocumentDetails *self)
{
  show_head (self, "", "");
  gtk_widget_set_visible (self->document_buttons, FALSE);
  gtk_widget_set_visible (self->gap_buttons, FALSE);
  gtk_widget_set_visible (self->body, FALSE);
}

/**
 * bv_document_details_clear:
 * @details: the details
 *
 * Shows nothing.
 */
void
bv_document_details_clear (BvDocumentDetails *details)
{
  hide_all (details);
  bv_paper_view_clear (details->paper_view);
}

/**
 * bv_document_details_show:
 * @details: the details
 * @session: the session
 * @evidence: a piece's row, as the library has it now
 * @is_twice: whether it proves points of several nominees, which should not be
 *
 * Shows what is known of it, and itself.
 */
void
bv_document_details_show (BvDocumentDetails *details, BvSession *session, gint64 evidence, gboolean is_twice)
{
  g_autoptr (GError) error = NULL;
  BvEvidence *document
    = bv_edit_read (bv_session_get_library (session), &bv_evidence_entity, evidence, &error);

  g_set_object (&details->session, session);
  hide_all (details);
  if (document == NULL)
    {
      bv_session_report (session, error);
      bv_paper_view_clear (details->paper_view);
      return;
    }
  show_head (details, bv_evidence_name (document), document->file);
  show_file (details, document);
  gtk_widget_set_visible (GTK_WIDGET (details->twice_label), is_twice);
  show_uses (details, evidence);
  show_paper (details, document);
  take_document (details, document);
  gtk_widget_set_visible (details->body, TRUE);
}

/**
 * bv_document_details_show_gap:
 * @details: the details
 * @nominee: the name of a nominee
 * @criterion: what lacks documents
 * @state: how many there are
 */
void
bv_document_details_show_gap (BvDocumentDetails *details,
                              const char *nominee,
                              const char *criterion,
                              const char *state)
{
  g_autofree char *text = g_strconcat (criterion, "\n", state, NULL);

  bv_document_details_clear (details);
  show_head (details, nominee, text);
  gtk_widget_set_visible (details->gap_buttons, TRUE);
}
