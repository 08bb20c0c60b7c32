/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/mail/letter-choice.h"

#include "core/text/text.h"
#include "core/text/wording.h"

/**
 * BvLetterChoice:
 *
 * A unit that owes something, and whether it is written to.
 */
struct _BvLetterChoice
{
  GObject parent_instance;
  char *unit;
  char *name;
  char *address; /* empty: none is known */
  char *items;
  char *last; /* when it was written to before */
  gboolean chosen;
};

G_DEFINE_FINAL_TYPE (BvLetterChoice, bv_letter_choice, G_TYPE_OBJECT)

enum
{
  PROP_CHOSEN = 1,
  PROP_NAME,
  PROP_ITEMS,
  PROP_ADDRESS,
  PROP_LAST,
};

static GParamSpec *chosen_property;

static void
bv_letter_choice_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BvLetterChoice *self = BV_LETTER_CHOICE (object);
  const char *const texts[] = { [PROP_NAME] = self->name,
                                [PROP_ITEMS] = self->items,
                                [PROP_ADDRESS] = self->address,
                                [PROP_LAST] = self->last };

  if (id == PROP_CHOSEN)
    g_value_set_boolean (value, self->chosen);
  else
    g_value_set_string (value, texts[id]);
}

static void
bv_letter_choice_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  bv_letter_choice_set_chosen (BV_LETTER_CHOICE (object), g_value_get_boolean (value));
}

static void
bv_letter_choice_finalize (GObject *object)
{
  BvLetterChoice *self = BV_LETTER_CHOICE (object);

  g_free (self->unit);
  g_free (self->name);
  g_free (self->address);
  g_free (self->items);
  g_free (self->last);
  G_OBJECT_CLASS (bv_letter_choice_parent_class)->finalize (object);
}

static void
add_text (GObjectClass *object_class, guint id, const char *name)
{
  g_object_class_install_property (
    object_class, id,
    g_param_spec_string (name, NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

static void
bv_letter_choice_class_init (BvLetterChoiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = bv_letter_choice_get_property;
  object_class->set_property = bv_letter_choice_set_property;
  object_class->finalize = bv_letter_choice_finalize;
  chosen_property = g_param_spec_boolean (
    "chosen", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_property (object_class, PROP_CHOSEN, chosen_property);
  add_text (object_class, PROP_NAME, "name");
  add_text (object_class, PROP_ITEMS, "items");
  add_text (object_class, PROP_ADDRESS, "address");
  add_text (object_class, PROP_LAST, "last");
}

static void
bv_letter_choice_init (BvLetterChoice *self)
{
}

static char *
write_day (gint64 time)
{
  g_autoptr (GDateTime) local = g_date_time_new_from_unix_local (time);

  return local != NULL ? g_date_time_format (local, "%d/%m/%Y") : g_strdup ("");
}

/**
 * bv_letter_choice_new:
 * @letter: the letter to a unit
 * @last: (nullable): the one that was written to it before
 *
 * Returns: (transfer full): a unit that is written to
 */
BvLetterChoice *
bv_letter_choice_new (const BvLetter *letter, const BvLetterRecord *last)
{
  BvLetterChoice *self = g_object_new (BV_TYPE_LETTER_CHOICE, NULL);

  self->unit = g_strdup (letter->unit);
  self->name = g_strdup (letter->name);
  self->address = g_strdup (letter->email);
  self->items = bv_wording_number (letter->n_items);
  self->last = last != NULL ? write_day (last->written) : g_strdup ("");
  self->chosen = TRUE;
  return self;
}

/**
 * bv_letter_choice_get_unit:
 * @choice: a unit
 *
 * Returns: (transfer none): its code
 */
const char *
bv_letter_choice_get_unit (BvLetterChoice *choice)
{
  return choice->unit;
}

/**
 * bv_letter_choice_has_address:
 * @choice: a unit
 *
 * Returns: whether its address is known
 */
gboolean
bv_letter_choice_has_address (BvLetterChoice *choice)
{
  return !bv_text_is_blank (choice->address);
}

/**
 * bv_letter_choice_set_address:
 * @choice: a unit
 * @address: its address from now on; empty: none is known
 */
void
bv_letter_choice_set_address (BvLetterChoice *choice, const char *address)
{
  char *before = choice->address;

  choice->address = g_strdup (address);
  g_free (before);
  g_object_notify (G_OBJECT (choice), "address");
}

/**
 * bv_letter_choice_is_chosen:
 * @choice: a unit
 *
 * Returns: whether it is written to
 */
gboolean
bv_letter_choice_is_chosen (BvLetterChoice *choice)
{
  return choice->chosen;
}

/**
 * bv_letter_choice_set_chosen:
 * @choice: a unit
 * @chosen: whether it is written to
 */
void
bv_letter_choice_set_chosen (BvLetterChoice *choice, gboolean chosen)
{
  if (choice->chosen == chosen)
    return;
  choice->chosen = chosen;
  g_object_notify_by_pspec (G_OBJECT (choice), chosen_property);
}

/**
 * bv_letter_choice_list_chosen:
 * @choices: units
 * @n_without_address: (out): how many of the chosen ones have no address
 *
 * Returns: (transfer full): the codes of the chosen ones
 */
char **
bv_letter_choice_list_chosen (GListModel *choices, guint *n_without_address)
{
  guint n_choices = g_list_model_get_n_items (choices);
  g_autoptr (GStrvBuilder) units = g_strv_builder_new ();

  *n_without_address = 0;
  for (guint i = 0; i < n_choices; i++)
    {
      g_autoptr (BvLetterChoice) choice = g_list_model_get_item (choices, i);

      if (!bv_letter_choice_is_chosen (choice))
        continue;
      g_strv_builder_add (units, bv_letter_choice_get_unit (choice));
      *n_without_address += !bv_letter_choice_has_address (choice);
    }
  return g_strv_builder_end (units);
}

/**
 * bv_letter_choice_choose_all:
 * @choices: units
 * @chosen: whether all of them are chosen, or none
 */
void
bv_letter_choice_choose_all (GListModel *choices, gboolean chosen)
{
  guint n_choices = g_list_model_get_n_items (choices);

  for (guint i = 0; i < n_choices; i++)
    {
      g_autoptr (BvLetterChoice) choice = g_list_model_get_item (choices, i);

      bv_letter_choice_set_chosen (choice, chosen);
    }
}

/**
 * bv_letter_choice_show_all:
 * @choices: units
 * @n_chosen: how many of them are chosen
 * @all_button: the box for all of them; it is toggled by this, too
 */
void
bv_letter_choice_show_all (GListModel *choices, guint n_chosen, GtkCheckButton *all_button)
{
  guint n_all = g_list_model_get_n_items (choices);

  gtk_check_button_set_active (all_button, n_chosen == n_all);
  gtk_check_button_set_inconsistent (all_button, n_chosen > 0 && n_chosen < n_all);
}

/**
 * bv_letter_choice_setup_item:
 * @factory: a factory
 * @item: its item, which gets a box
 */
void
bv_letter_choice_setup_item (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *button = gtk_check_button_new ();

  gtk_widget_add_css_class (button, "cell");
  gtk_list_item_set_child (item, button);
}

/**
 * bv_letter_choice_bind_item:
 * @item: an item, whose box says from now on whether its unit is chosen
 *
 * Returns: (transfer none): the box
 */
GtkWidget *
bv_letter_choice_bind_item (GtkListItem *item)
{
  GtkWidget *button = gtk_list_item_get_child (item);

  g_object_set_data (G_OBJECT (item), "binding",
                     g_object_bind_property (gtk_list_item_get_item (item), "chosen", button, "active",
                                             G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL));
  return button;
}

/**
 * bv_letter_choice_unbind_item:
 * @factory: a factory
 * @item: its item, whose box is of no unit any more
 */
void
bv_letter_choice_unbind_item (GtkListItemFactory *factory, GtkListItem *item)
{
  g_binding_unbind (g_object_steal_data (G_OBJECT (item), "binding"));
}
