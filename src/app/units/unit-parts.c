/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/units/unit-parts.h"

#include "app/page/context.h"
#include "core/text/tidy.h"
#include "store/registry/unit-edit.h"

#include <glib/gi18n-lib.h>

#define CODE_CHARS 10

/**
 * BvUnitParts:
 *
 * The codes and names of the units into which one is split: two at first.
 */
struct _BvUnitParts
{
  GtkWidget parent_instance;
  GtkGrid *grid;
  GtkWidget *fewer_button;
  GtkWidget *more_button;
  guint n_parts;
};

G_DEFINE_FINAL_TYPE (BvUnitParts, bv_unit_parts, GTK_TYPE_WIDGET)

/* Columns of the grid; its first row is the heading. */
enum
{
  NUMBER,
  CODE,
  NAME,
  N_COLUMNS,
};

static void
show_buttons (BvUnitParts *self)
{
  gtk_widget_set_sensitive (self->fewer_button, self->n_parts > BV_UNIT_PARTS_LEAST);
  gtk_widget_set_sensitive (self->more_button, self->n_parts < BV_UNIT_PARTS_MOST);
}

static void
add_entry (BvUnitParts *self, guint column, const char *title)
{
  g_autofree char *name = g_strdup_printf ("%s %u", title, self->n_parts);
  GtkWidget *entry = g_object_new (GTK_TYPE_ENTRY, "hexpand", column == NAME, NULL);

  if (column == CODE)
    gtk_editable_set_width_chars (GTK_EDITABLE (entry), CODE_CHARS);
  bv_context_name (entry, name);
  gtk_grid_attach (self->grid, entry, column, self->n_parts, 1, 1);
}

static void
add_part (BvUnitParts *self)
{
  g_autofree char *number = g_strdup_printf ("%u.", ++self->n_parts);

  gtk_grid_attach (self->grid, gtk_label_new (number), NUMBER, self->n_parts, 1, 1);
  add_entry (self, CODE, _ ("Code"));
  add_entry (self, NAME, _ ("Name"));
  show_buttons (self);
}

static void
more_cb (BvUnitParts *self)
{
  add_part (self);
  gtk_widget_grab_focus (gtk_grid_get_child_at (self->grid, CODE, self->n_parts));
}

static void
fewer_cb (BvUnitParts *self)
{
  gtk_grid_remove_row (self->grid, self->n_parts--);
  show_buttons (self);
  if (self->n_parts == BV_UNIT_PARTS_LEAST)
    gtk_widget_grab_focus (self->more_button);
}

static void
bv_unit_parts_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (bv_unit_parts_parent_class)->dispose (object);
}

static gboolean
bv_unit_parts_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (gtk_grid_get_child_at (BV_UNIT_PARTS (widget)->grid, CODE, 1));
}

static void
bv_unit_parts_class_init (BvUnitPartsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_unit_parts_dispose;
  widget_class->grab_focus = bv_unit_parts_grab_focus;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bangvang/BangVang/ui/units/unit-parts.ui");
  gtk_widget_class_bind_template_child (widget_class, BvUnitParts, grid);
  gtk_widget_class_bind_template_child (widget_class, BvUnitParts, fewer_button);
  gtk_widget_class_bind_template_child (widget_class, BvUnitParts, more_button);
  gtk_widget_class_bind_template_callback (widget_class, fewer_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_cb);
}

static void
bv_unit_parts_init (BvUnitParts *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * bv_unit_parts_new:
 *
 * Returns: (transfer floating): as many parts as there are at least, of which nothing is said yet
 */
GtkWidget *
bv_unit_parts_new (void)
{
  BvUnitParts *self = g_object_new (BV_TYPE_UNIT_PARTS, NULL);

  while (self->n_parts < BV_UNIT_PARTS_LEAST)
    add_part (self);
  return GTK_WIDGET (self);
}

static void
take_text (BvUnitParts *self, guint column, guint part, char **text)
{
  GtkWidget *entry = gtk_grid_get_child_at (self->grid, column, part);

  g_free (*text);
  *text = bv_tidy_line (gtk_editable_get_text (GTK_EDITABLE (entry)));
}

/**
 * bv_unit_parts_list:
 * @parts: the parts
 * @from: the unit that is split
 *
 * Returns: (transfer full) (element-type BvUnit): what was typed, of the type of @from
 */
GPtrArray *
bv_unit_parts_list (BvUnitParts *parts, const BvUnit *from)
{
  GPtrArray *units = g_ptr_array_new_with_free_func (bv_record_free);

  for (guint i = 1; i <= parts->n_parts; i++)
    {
      BvUnit *unit = bv_record_new (&bv_unit_entity);

      take_text (parts, CODE, i, &unit->code);
      take_text (parts, NAME, i, &unit->name);
      g_free (unit->type);
      unit->type = g_strdup (from->type);
      g_ptr_array_add (units, unit);
    }
  return units;
}
