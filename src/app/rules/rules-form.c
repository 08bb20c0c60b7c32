/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/rules/rules-form.h"

#include "app/form/record-form.h"
#include "core/campaign.h"

#include <glib/gi18n-lib.h>

/* A line of prose that can still be read. */
#define WIDTH 700
/* Most titles stand in one line. */
#define TITLE_CHARS 26

/**
 * BvRulesForm:
 *
 * A tab of fields of the campaign, in parts, of which each has a heading. It scrolls, and no line is longer
 * than can be read.
 */
struct _BvRulesForm
{
  GtkWidget parent_instance;
  GtkWidget *scroller;
  GtkBox *box;
  GPtrArray *forms; /* of BvRecordForm */
};

G_DEFINE_FINAL_TYPE (BvRulesForm, bv_rules_form, GTK_TYPE_WIDGET)

static gboolean
bv_rules_form_grab_focus (GtkWidget *widget)
{
  BvRulesForm *self = BV_RULES_FORM (widget);

  return self->forms->len > 0 && bv_record_form_focus (g_ptr_array_index (self->forms, 0));
}

static void
bv_rules_form_dispose (GObject *object)
{
  g_clear_pointer (&BV_RULES_FORM (object)->scroller, gtk_widget_unparent);
  G_OBJECT_CLASS (bv_rules_form_parent_class)->dispose (object);
}

static void
bv_rules_form_finalize (GObject *object)
{
  g_ptr_array_unref (BV_RULES_FORM (object)->forms);
  G_OBJECT_CLASS (bv_rules_form_parent_class)->finalize (object);
}

static void
bv_rules_form_class_init (BvRulesFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_rules_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = bv_rules_form_finalize;
  widget_class->grab_focus = bv_rules_form_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
bv_rules_form_init (BvRulesForm *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  /* A box that stands at the start of a wider place is measured by its height, which GTK 4.18 warns of. */
  GtkWidget *row = gtk_grid_new ();

  self->forms = g_ptr_array_new ();
  self->box = GTK_BOX (box);
  gtk_widget_set_size_request (box, WIDTH, -1);
  gtk_widget_set_hexpand (box, FALSE);
  gtk_widget_add_css_class (box, "padded");
  gtk_grid_attach (GTK_GRID (row), box, 0, 0, 1, 1);
  self->scroller
    = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, "child", row, NULL);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

/**
 * bv_rules_form_add_section:
 * @form: a form
 * @section: (transfer none): its next part
 */
void
bv_rules_form_add_section (BvRulesForm *form, const BvRulesSection *section)
{
  GtkWidget *heading = gtk_label_new (_ (section->title));
  GtkWidget *fields = bv_record_form_new (&bv_campaign_entity, section->fields);

  bv_record_form_set_title_chars (BV_RECORD_FORM (fields), TITLE_CHARS);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "section");
  if (form->forms->len > 0)
    gtk_widget_set_margin_top (heading, 8);
  bv_rules_form_add (form, heading);
  bv_rules_form_add (form, fields);
  g_ptr_array_add (form->forms, fields);
}

/**
 * bv_rules_form_add:
 * @form: a form
 * @widget: (transfer floating): what stands behind the parts that it has
 */
void
bv_rules_form_add (BvRulesForm *form, GtkWidget *widget)
{
  gtk_box_append (form->box, widget);
}

/**
 * bv_rules_form_bind:
 * @form: a form
 * @draft: (nullable): the campaign whose fields it shows from now on; %NULL: none
 */
void
bv_rules_form_bind (BvRulesForm *form, BvDraft *draft)
{
  for (guint i = 0; i < form->forms->len; i++)
    bv_record_form_bind (g_ptr_array_index (form->forms, i), draft, BV_DRAFT_WHOLE);
}
