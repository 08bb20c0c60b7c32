/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/nominees/same-row.h"

#include "app/form/read-only.h"
#include "app/page/unsaved.h"
#include "core/text/text.h"
#include "core/text/wording.h"
#include "store/distinct-edit.h"

#include <glib/gi18n-lib.h>

#define SIDES_MOST 6 /* nominees that are named */

/**
 * BvSameRow:
 *
 * Something that is the same twice, with both sides; and what somebody says of it who looked at it. A reason
 * that is typed is kept until it is said.
 */
struct _BvSameRow
{
  GtkWidget parent_instance;

  GtkLabel *kind_label;
  GtkLabel *what_label;
  GtkLabel *sides_label;
  GtkLabel *said_label;
  GtkWidget *reason_entry;
  GtkWidget *say_button;
  GtkWidget *again_button;

  BvSession *session;
  BvSameKind kind;
  char **nominees; /* keys */
};

static void bv_same_row_be_unsaved (BvUnsavedInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BvSameRow,
                               bv_same_row,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (BV_TYPE_UNSAVED, bv_same_row_be_unsaved))

enum
{
  PROP_MESSAGE = 1,
};

static const char *
get_reason (BvSameRow *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->reason_entry));
}

/* With a reason it stays the same. */
static void
reason_changed_cb (BvSameRow *self)
{
  gtk_button_set_label (GTK_BUTTON (self->say_button),
                        bv_text_is_blank (get_reason (self)) ? _ ("Not the same") : _ ("Let it stand"));
  g_object_notify (G_OBJECT (self), "message");
}

static void
report (BvSameRow *self, gboolean ok, const GError *error)
{
  if (!ok)
    bv_session_report (self->session, error);
}

static void
say_cb (BvSameRow *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *reason = g_strstrip (g_strdup (get_reason (self)));

  report (self,
          bv_distinct_edit_say (bv_session_get_library (self->session),
                                bv_session_get_campaign (self->session), self->kind,
                                (const char *const *) self->nominees, reason, &error),
          error);
}

static void
again_cb (BvSameRow *self)
{
  g_autoptr (GError) error = NULL;

  report (self,
          bv_distinct_edit_take_back (bv_session_get_library (self->session),
                                      bv_session_get_campaign (self->session), self->kind,
                                      (const char *const *) self->nominees, &error),
          error);
}

/* Whether something stands is said by its button, never by going elsewhere. */
static void
bv_same_row_commit (BvUnsaved *unsaved)
{
}

static const char *
bv_same_row_get_message (BvUnsaved *unsaved)
{
  return bv_text_is_blank (get_reason (BV_SAME_ROW (unsaved)))
           ? NULL
           : _ ("The reason why it stands is typed, but “Let it stand” was not pressed");
}

static void
bv_same_row_give_back (BvUnsaved *unsaved)
{
  gtk_editable_set_text (GTK_EDITABLE (BV_SAME_ROW (unsaved)->reason_entry), "");
}

static void
bv_same_row_be_unsaved (BvUnsavedInterface *iface)
{
  iface->commit = bv_same_row_commit;
  iface->get_message = bv_same_row_get_message;
  iface->give_back = bv_same_row_give_back;
}

static void
bv_same_row_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  g_value_set_string (value, bv_same_row_get_message (BV_UNSAVED (object)));
}

static gboolean
bv_same_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (BV_SAME_ROW (widget)->reason_entry);
}

static void
bv_same_row_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_clear_pointer (&child, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (object), BV_TYPE_SAME_ROW);
  g_clear_object (&BV_SAME_ROW (object)->session);
  G_OBJECT_CLASS (bv_same_row_parent_class)->dispose (object);
}

static void
bv_same_row_finalize (GObject *object)
{
  g_strfreev (BV_SAME_ROW (object)->nominees);
  G_OBJECT_CLASS (bv_same_row_parent_class)->finalize (object);
}

static void
bv_same_row_class_init (BvSameRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->get_property = bv_same_row_get_property;
  G_OBJECT_CLASS (klass)->dispose = bv_same_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = bv_same_row_finalize;
  widget_class->grab_focus = bv_same_row_grab_focus;
  g_object_class_install_property (
    G_OBJECT_CLASS (klass), PROP_MESSAGE,
    g_param_spec_string ("message", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bangvang/BangVang/ui/nominees/same-row.ui");
  gtk_widget_class_bind_template_child (widget_class, BvSameRow, kind_label);
  gtk_widget_class_bind_template_child (widget_class, BvSameRow, what_label);
  gtk_widget_class_bind_template_child (widget_class, BvSameRow, sides_label);
  gtk_widget_class_bind_template_child (widget_class, BvSameRow, said_label);
  gtk_widget_class_bind_template_child (widget_class, BvSameRow, reason_entry);
  gtk_widget_class_bind_template_child (widget_class, BvSameRow, say_button);
  gtk_widget_class_bind_template_child (widget_class, BvSameRow, again_button);
  gtk_widget_class_bind_template_callback (widget_class, reason_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, say_cb);
  gtk_widget_class_bind_template_callback (widget_class, again_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "same");
}

static void
bv_same_row_init (BvSameRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  reason_changed_cb (self);
}

static char **
list_keys (const BvIdentity *identity, const BvSameGroup *group)
{
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();

  for (guint i = 0; i < group->nominees->len; i++)
    g_strv_builder_add (keys, bv_same_group_nominee (identity, group, i)->key);
  return g_strv_builder_end (keys);
}

static void
append_side (GString *text, const BvIdentity *identity, const BvSameGroup *group, guint index)
{
  g_autofree char *side = bv_same_group_describe_side (identity, group, index);

  g_string_append_printf (text, "%s• %s", text->len > 0 ? "\n" : "", side);
}

/* The nominee itself comes first. Where it is alone there is no other side. */
static void
show_sides (BvSameRow *self, const BvIdentity *identity, const BvSameGroup *group, gint64 nominee)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_shown = MIN (group->nominees->len, SIDES_MOST);
  guint own = 0;

  while (bv_same_group_nominee (identity, group, own)->record.id != nominee)
    own++;
  append_side (text, identity, group, own);
  for (guint i = 0, n = 1; n < n_shown; i++)
    if (i != own)
      {
        append_side (text, identity, group, i);
        n++;
      }
  bv_wording_append_rest (text, "\n", group->nominees->len - n_shown);
  gtk_label_set_label (self->sides_label, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->sides_label), group->nominees->len > 1);
}

static void
show_said (BvSameRow *self, const BvSameGroup *group)
{
  gboolean has_reason = !bv_text_is_blank (group->reason);
  g_autofree char *stands = has_reason ? g_strdup_printf (_ ("Stands: %s"), group->reason) : NULL;

  gtk_label_set_label (self->said_label, has_reason ? stands : _ ("Somebody looked: not the same."));
  gtk_widget_set_visible (GTK_WIDGET (self->said_label), group->silenced);
  gtk_widget_set_visible (self->again_button, group->silenced);
  gtk_widget_set_visible (self->reason_entry, !group->silenced);
  gtk_widget_set_visible (self->say_button, !group->silenced);
  if (group->silenced)
    {
      gtk_editable_set_text (GTK_EDITABLE (self->reason_entry), "");
      gtk_widget_add_css_class (GTK_WIDGET (self), "said");
    }
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "said");
}

static void
lock (BvSameRow *self, const char *reason)
{
  bv_read_only_set (self->reason_entry, reason);
  bv_read_only_set (self->say_button, reason);
  bv_read_only_set (self->again_button, reason);
}

/**
 * bv_same_row_is_about:
 * @row: a row
 * @identity: what was found
 * @group: one of its groups
 *
 * Returns: whether @row tells of the same of the same nominees
 */
gboolean
bv_same_row_is_about (BvSameRow *row, const BvIdentity *identity, const BvSameGroup *group)
{
  g_auto (GStrv) keys = list_keys (identity, group);

  return row->kind == group->kind
         && g_strv_equal ((const char *const *) row->nominees, (const char *const *) keys);
}

/**
 * bv_same_row_show:
 * @row: a row
 * @identity: what was found
 * @group: one of its groups, which @row is about
 * @nominee: the row of that one of its nominees that is shown
 *
 * Tells of it as it is now. What is typed stays, until it is said.
 */
void
bv_same_row_show (BvSameRow *row, const BvIdentity *identity, const BvSameGroup *group, gint64 nominee)
{
  g_autofree char *kind = group->strong
                            ? g_strdup (_ (bv_same_kinds[group->kind].title))
                            : g_strdup_printf (_ ("Perhaps: %s"), _ (bv_same_kinds[group->kind].title));

  gtk_label_set_label (row->kind_label, kind);
  gtk_label_set_label (row->what_label, group->what);
  show_sides (row, identity, group, nominee);
  show_said (row, group);
}

/**
 * bv_same_row_new:
 * @session: the session
 * @identity: what was found
 * @group: one of its groups; neither is needed any more when this returns
 * @nominee: the row of that one of its nominees that is shown
 *
 * Returns: (transfer floating): a row that tells of it
 */
GtkWidget *
bv_same_row_new (BvSession *session, const BvIdentity *identity, const BvSameGroup *group, gint64 nominee)
{
  BvSameRow *self = g_object_new (BV_TYPE_SAME_ROW, NULL);

  self->session = g_object_ref (session);
  self->kind = group->kind;
  self->nominees = list_keys (identity, group);
  lock (self, bv_session_explain_read_only (session));
  bv_same_row_show (self, identity, group, nominee);
  return GTK_WIDGET (self);
}
