/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/papers/paper-choice.h"

#include "core/group-name.h"

#include <glib/gi18n-lib.h>

/**
 * BvPaperChoice:
 *
 * What is to be printed: a paper, and what of the campaign stands on it. Never changes.
 */
struct _BvPaperChoice
{
  GObject parent_instance;
  BvPaperId paper;
  char *title;
  char *group;
  char *nominee;
  char *unit;
};

G_DEFINE_FINAL_TYPE (BvPaperChoice, bv_paper_choice, G_TYPE_OBJECT)

enum
{
  PROP_TITLE = 1,
};

static void
bv_paper_choice_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_string (value, BV_PAPER_CHOICE (object)->title);
}

static void
bv_paper_choice_finalize (GObject *object)
{
  BvPaperChoice *self = BV_PAPER_CHOICE (object);

  g_free (self->title);
  g_free (self->group);
  g_free (self->nominee);
  g_free (self->unit);
  G_OBJECT_CLASS (bv_paper_choice_parent_class)->finalize (object);
}

static void
bv_paper_choice_class_init (BvPaperChoiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = bv_paper_choice_get_property;
  object_class->finalize = bv_paper_choice_finalize;
  g_object_class_install_property (
    object_class, PROP_TITLE,
    g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

static void
bv_paper_choice_init (BvPaperChoice *self)
{
}

/**
 * bv_paper_choice_new:
 * @paper: a paper
 * @title: what of it, on screen
 * @scope: (nullable): what of it; %NULL: all
 *
 * Returns: (transfer full): the choice
 */
BvPaperChoice *
bv_paper_choice_new (BvPaperId paper, const char *title, const BvPaperScope *scope)
{
  BvPaperChoice *self = g_object_new (BV_TYPE_PAPER_CHOICE, NULL);

  self->paper = paper;
  self->title = g_strdup (title);
  if (scope != NULL)
    {
      self->group = g_strdup (scope->group);
      self->nominee = g_strdup (scope->nominee);
      self->unit = g_strdup (scope->unit);
    }
  return self;
}

/**
 * bv_paper_choice_get_paper:
 * @choice: a choice
 *
 * Returns: the paper
 */
BvPaperId
bv_paper_choice_get_paper (BvPaperChoice *choice)
{
  return choice->paper;
}

/**
 * bv_paper_choice_get_title:
 * @choice: a choice
 *
 * Returns: (transfer none): what of the paper, on screen
 */
const char *
bv_paper_choice_get_title (BvPaperChoice *choice)
{
  return choice->title;
}

/**
 * bv_paper_choice_get_scope:
 * @choice: a choice
 *
 * Returns: what of the paper; the strings belong to @choice
 */
BvPaperScope
bv_paper_choice_get_scope (BvPaperChoice *choice)
{
  return (BvPaperScope){ .group = choice->group, .nominee = choice->nominee, .unit = choice->unit };
}

/**
 * bv_paper_choice_is_same:
 * @choice: a choice
 * @other: another
 *
 * Returns: whether both print the same
 */
gboolean
bv_paper_choice_is_same (BvPaperChoice *choice, BvPaperChoice *other)
{
  return choice->paper == other->paper && g_strcmp0 (choice->group, other->group) == 0
         && g_strcmp0 (choice->nominee, other->nominee) == 0 && g_strcmp0 (choice->unit, other->unit) == 0;
}

static void
append (GListStore *choices, BvPaperId paper, const char *title, const BvPaperScope *scope)
{
  g_autoptr (BvPaperChoice) choice = bv_paper_choice_new (paper, title, scope);

  g_list_store_append (choices, choice);
}

static void
append_groups (GListStore *choices, BvSession *session, BvPaperId paper)
{
  const BvCampaign *head = bv_session_get_head (session);

  for (guint i = 0; head != NULL && i < head->groups->len; i++)
    {
      const BvGroup *group = g_ptr_array_index (head->groups, i);
      g_autofree char *name = bv_group_name_shorten (group->name);

      append (choices, paper, name, &(BvPaperScope){ .group = group->key });
    }
}

static void
append_special (GListStore *choices, GListModel *special, BvPaperId paper)
{
  for (guint i = 0; i < g_list_model_get_n_items (special); i++)
    {
      g_autoptr (BvPaperChoice) choice = g_list_model_get_item (special, i);

      if (choice->paper == paper)
        g_list_store_append (choices, choice);
    }
}

/**
 * bv_paper_choice_append_nominee:
 * @choices: (element-type BvPaperChoice): a list
 * @session: a session with a campaign
 * @nominee: a nominee's row
 *
 * Appends what is printed of one nominee: the verification, its report, and what the unit still owes. Of one
 * that was not ranked yet that is nothing.
 */
void
bv_paper_choice_append_nominee (GListStore *choices, BvSession *session, gint64 nominee)
{
  const BvProposal *proposal = bv_session_get_proposal (session);
  guint place = bv_session_find_entrant (session, nominee);
  const BvEntrant *entrant;

  if (place == BV_CONTEST_NO_ENTRANT)
    return;
  entrant = bv_contest_entrant (proposal->contest, place);
  append (choices, BV_PAPER_VERIFICATION, entrant->name, &(BvPaperScope){ .nominee = entrant->key });
  append (choices, BV_PAPER_ACHIEVEMENT, entrant->name, &(BvPaperScope){ .nominee = entrant->key });
  append (choices, BV_PAPER_MISSING, entrant->unit_name, &(BvPaperScope){ .unit = entrant->unit_code });
}

/**
 * bv_paper_choice_fill:
 * @choices: an empty list
 * @session: a session with a campaign
 * @paper: a paper
 * @special: list of #BvPaperChoice: what is selected in the window
 *
 * Lists what can be printed of a paper; what is likely wanted comes first.
 */
void
bv_paper_choice_fill (GListStore *choices, BvSession *session, BvPaperId paper, GListModel *special)
{
  const BvPaperChoices *offered = &bv_paper_get (paper)->choices;

  if (offered->whole != NULL && offered->whole_first)
    append (choices, paper, _ (offered->whole), NULL);
  append_special (choices, special, paper);
  if (offered->by_group)
    append_groups (choices, session, paper);
  if (offered->whole != NULL && !offered->whole_first)
    append (choices, paper, _ (offered->whole), NULL);
  if (g_list_model_get_n_items (G_LIST_MODEL (choices)) == 0)
    append (choices, paper, "", NULL);
}
