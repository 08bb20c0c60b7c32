/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/pane/twin-line.h"

#include "app/form/read-only.h"
#include "app/nominees/same-findings.h"
#include "core/text/text.h"
#include "core/text/wording.h"
#include "store/distinct-edit.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* As many are named. */
#define MOST_NAMES 3

/**
 * BvTwinLine:
 *
 * Says that a document proves something for other nominees where it should not, and lets somebody say that it
 * is not the same. What stands twice is looked for in a thread.
 */
struct _BvTwinLine
{
  GtkWidget parent_instance;
  GtkWidget *label;
  GtkWidget *button;

  BvSession *session;
  BvSameFindings *findings; /* NULL: there is no session yet */
  gint64 nominee;
  char *document; /* as it is named; NULL: none is shown */
};

G_DEFINE_FINAL_TYPE (BvTwinLine, bv_twin_line, GTK_TYPE_WIDGET)

static gboolean
names_document (const BvSameGroup *group, const char *document)
{
  g_auto (GStrv) names = g_strsplit (group->what, "; ", -1);

  return g_strv_contains ((const char *const *) names, document);
}

/* What is the same, of those that nobody has looked at; a group names its documents. */
static const BvSameGroup *
find_group (BvTwinLine *self)
{
  const GPtrArray *groups = self->findings != NULL && self->document != NULL
                              ? bv_same_findings_list (self->findings, self->nominee)
                              : NULL;

  for (guint i = 0; groups != NULL && i < groups->len; i++)
    {
      const BvSameGroup *group = g_ptr_array_index (groups, i);

      if (group->kind == BV_SAME_EVIDENCE && !group->silenced && names_document (group, self->document))
        return group;
    }
  return NULL;
}

static const char *
find_name (BvTwinLine *self, gint64 nominee)
{
  guint entrant = bv_session_find_entrant (self->session, nominee);

  if (entrant == BV_CONTEST_NO_ENTRANT)
    return NULL;
  return bv_contest_entrant (bv_session_get_proposal (self->session)->contest, entrant)->name;
}

static char *
name_others (BvTwinLine *self, const BvSameGroup *group)
{
  const BvIdentity *identity = bv_same_findings_get_identity (self->findings);
  GString *names = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < group->nominees->len; i++)
    {
      const BvNominee *nominee = bv_same_group_nominee (identity, group, i);
      const char *name = nominee->record.id != self->nominee ? find_name (self, nominee->record.id) : NULL;

      if (name == NULL)
        continue;
      if (n < MOST_NAMES)
        g_string_append_printf (names, "%s%s", n > 0 ? ", " : "", name);
      n++;
    }
  if (n > MOST_NAMES)
    bv_wording_append_rest (names, ", ", n - MOST_NAMES);
  return g_string_free (names, FALSE);
}

static void
show (BvTwinLine *self)
{
  const BvSameGroup *group = find_group (self);
  g_autofree char *names = group != NULL ? name_others (self, group) : NULL;
  /* Translators: names of nominees. */
  g_autofree char *text = names != NULL ? g_strdup_printf (_ ("This file is used for %s, too"), names) : NULL;

  gtk_label_set_label (GTK_LABEL (self->label), text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self), text != NULL);
  if (text != NULL)
    bv_read_only_set (self->button, bv_session_explain_read_only (self->session));
}

static void
found (gpointer line)
{
  show (line);
}

static void
say_cb (BvTwinLine *self)
{
  const BvSameGroup *group = find_group (self);
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  if (group == NULL)
    return;
  for (guint i = 0; i < group->nominees->len; i++)
    g_ptr_array_add (keys,
                     bv_same_group_nominee (bv_same_findings_get_identity (self->findings), group, i)->key);
  g_ptr_array_add (keys, NULL);
  if (!bv_distinct_edit_say (bv_session_get_library (self->session), bv_session_get_campaign (self->session),
                             BV_SAME_EVIDENCE, (const char *const *) keys->pdata, "", &error))
    bv_session_report (self->session, error);
}

static void
bv_twin_line_dispose (GObject *object)
{
  BvTwinLine *self = BV_TWIN_LINE (object);

  g_clear_pointer (&self->findings, bv_same_findings_free);
  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (bv_twin_line_parent_class)->dispose (object);
}

static void
bv_twin_line_finalize (GObject *object)
{
  g_free (BV_TWIN_LINE (object)->document);
  G_OBJECT_CLASS (bv_twin_line_parent_class)->finalize (object);
}

static void
bv_twin_line_class_init (BvTwinLineClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bv_twin_line_dispose;
  G_OBJECT_CLASS (klass)->finalize = bv_twin_line_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
bv_twin_line_init (BvTwinLine *self)
{
  self->label = gtk_label_new (NULL);
  self->button = gtk_button_new_with_label (_ ("Not the same"));
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_widget_set_hexpand (self->label, TRUE);
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_add_css_class (self->button, "link-action");
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "twin-line");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (say_cb), self, G_CONNECT_SWAPPED);
}

/**
 * bv_twin_line_set_session:
 * @line: a line
 * @session: the session of what it shows, once and for all
 */
void
bv_twin_line_set_session (BvTwinLine *line, BvSession *session)
{
  line->session = g_object_ref (session);
  line->findings = bv_same_findings_new (found, line);
}

/**
 * bv_twin_line_take_changes:
 * @line: a line with a session
 * @changes: (nullable): what was changed; %NULL: anything may be
 *
 * It is looked for again behind the ranking that follows.
 */
void
bv_twin_line_take_changes (BvTwinLine *line, const BvChanges *changes)
{
  bv_same_findings_take_changes (line->findings, line->session, changes);
}

/**
 * bv_twin_line_look:
 * @line: a line with a session
 *
 * Looks for what stands twice where something was changed since.
 */
void
bv_twin_line_look (BvTwinLine *line)
{
  bv_same_findings_look (line->findings, line->session);
}

/**
 * bv_twin_line_show:
 * @line: a line
 * @nominee: the row of a nominee
 * @document: (nullable): what proves something of it; %NULL: nothing is said
 */
void
bv_twin_line_show (BvTwinLine *line, gint64 nominee, const BvEvidence *document)
{
  g_free (line->document);
  line->document = document != NULL && !bv_text_is_blank (bv_evidence_name (document))
                     ? bv_text_phrase (bv_evidence_name (document))
                     : NULL;
  line->nominee = nominee;
  show (line);
}

/**
 * bv_twin_line_is_busy:
 * @line: a line
 *
 * Returns: whether it is looking for what stands twice
 */
gboolean
bv_twin_line_is_busy (BvTwinLine *line)
{
  return line->findings != NULL && bv_same_findings_is_busy (line->findings);
}
