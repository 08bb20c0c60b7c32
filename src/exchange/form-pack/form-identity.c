/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/form-pack/form-identity.h"

#include "core/group-name.h"
#include "core/text/date.h"
#include "exchange/form-pack/form-cells.h"

#define MOST_NAME 31 /* letters of the name of a sheet */
#define FORBIDDEN "[]:*?/\\'"
#define KEY_WIDTH 40
#define VALUE_WIDTH 40

struct _BvFormIdentity
{
  GPtrArray *keys;
  GPtrArray *values;
  GHashTable *taken; /* names of sheets, in small letters */
  GPtrArray *names;  /* as they are written */
};

static void
add (BvFormIdentity *self, char *key, const char *value)
{
  g_ptr_array_add (self->keys, key);
  g_ptr_array_add (self->values, g_strdup (value));
}

/**
 * bv_form_identity_new:
 * @plan: a plan
 *
 * Returns: (transfer full): that of its form
 */
BvFormIdentity *
bv_form_identity_new (const BvFormPlan *plan)
{
  BvFormIdentity *self = g_new (BvFormIdentity, 1);
  g_autofree char *version = g_strdup_printf ("%d", BV_FORM_IDENTITY_VERSION);
  g_autofree char *valid_from = bv_date_to_iso (plan->unit->valid_from);

  *self = (BvFormIdentity){ g_ptr_array_new_with_free_func (g_free), g_ptr_array_new_with_free_func (g_free),
                            g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
                            g_ptr_array_new_with_free_func (g_free) };
  g_hash_table_add (self->taken, g_strdup (BV_FORM_IDENTITY_SHEET));
  add (self, g_strdup ("format"), BV_FORM_IDENTITY_FORMAT);
  add (self, g_strdup ("version"), version);
  add (self, g_strdup ("campaign"), plan->campaign->key);
  add (self, g_strdup ("unit"), plan->unit->code);
  add (self, g_strdup ("unit_valid_from"), valid_from != NULL ? valid_from : "");
  return self;
}

/**
 * bv_form_identity_free:
 * @identity: (transfer full): an identity
 */
void
bv_form_identity_free (BvFormIdentity *identity)
{
  g_ptr_array_unref (identity->names);
  g_hash_table_unref (identity->taken);
  g_ptr_array_unref (identity->values);
  g_ptr_array_unref (identity->keys);
  g_free (identity);
}

static gboolean
take_name (BvFormIdentity *self, const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);

  if (g_hash_table_contains (self->taken, folded))
    return FALSE;
  g_hash_table_add (self->taken, g_steal_pointer (&folded));
  return TRUE;
}

/* As Excel takes it, with a number behind it where another sheet has it. */
static char *
make_name (BvFormIdentity *self, const char *wanted)
{
  g_autofree char *plain = g_strdelimit (g_strdup (wanted), FORBIDDEN, ' ');
  g_autofree char *name = g_utf8_substring (plain, 0, MIN (g_utf8_strlen (plain, -1), MOST_NAME));

  for (guint i = 2; !take_name (self, g_strstrip (name)); i++)
    {
      g_autofree char *mark = g_strdup_printf (" %u", i);
      long most = MOST_NAME - (long) strlen (mark);
      g_autofree char *head = g_utf8_substring (plain, 0, MIN (g_utf8_strlen (plain, -1), most));

      g_free (name);
      name = g_strconcat (g_strchomp (head), mark, NULL);
    }
  return g_steal_pointer (&name);
}

/**
 * bv_form_identity_name_sheet:
 * @identity: an identity
 * @sheet: the next sheet of its plan
 *
 * Returns: its name in the workbook: “Tự chấm”, “Cá nhân”, or the short name of the group that is assessed
 */
const char *
bv_form_identity_name_sheet (BvFormIdentity *identity, const BvFormSheet *sheet)
{
  static const char *const kinds[]
    = { [BV_FORM_SELF] = "self", [BV_FORM_ASSESSED] = "assessed", [BV_FORM_PERSONS] = "persons" };
  g_autofree char *group = bv_group_name_shorten (sheet->group->name);
  const char *wanted[]
    = { [BV_FORM_SELF] = "Tự chấm", [BV_FORM_ASSESSED] = group, [BV_FORM_PERSONS] = "Cá nhân" };
  char *name = make_name (identity, wanted[sheet->kind]);
  g_autofree char *value = g_strdup_printf ("%s/%s", kinds[sheet->kind], sheet->group->key);

  add (identity, g_strconcat ("sheet/", name, NULL), value);
  g_ptr_array_add (identity->names, name);
  return name;
}

/**
 * bv_form_identity_add_value:
 * @identity: an identity
 * @nominee: a key
 * @criterion: (nullable): a code; %NULL: it is the nominee's as such
 * @field: the name of a field, as in files
 * @value: (nullable): what it was when the form went out, as in files; nothing is not kept
 */
void
bv_form_identity_add_value (BvFormIdentity *identity,
                            const char *nominee,
                            const char *criterion,
                            const char *field,
                            const char *value)
{
  if (value != NULL && *value != '\0')
    add (identity, g_strjoin ("/", "was", nominee, criterion != NULL ? criterion : "", field, NULL), value);
}

/**
 * bv_form_identity_add_criterion:
 * @identity: an identity
 * @group: a group
 * @criterion: one of its leaves
 *
 * Keeps which criterion the code meant when the form went out.
 */
void
bv_form_identity_add_criterion (BvFormIdentity *identity, const BvGroup *group, const BvCriterion *criterion)
{
  add (identity, g_strjoin ("/", "criterion", group->key, criterion->code, NULL), criterion->title);
}

/**
 * bv_form_identity_write:
 * @identity: an identity of which all is known
 * @book: the workbook of the form
 *
 * Adds the sheet that nobody sees.
 */
void
bv_form_identity_write (const BvFormIdentity *identity, BvBook *book)
{
  BvSheet sheet;

  bv_sheet_init (&sheet, book, BV_FORM_IDENTITY_SHEET);
  bv_sheet_set_width (&sheet, 0, KEY_WIDTH);
  bv_sheet_set_width (&sheet, 1, VALUE_WIDTH);
  for (guint i = 0; i < identity->keys->len; i++)
    {
      bv_sheet_text (&sheet, i, 0, g_ptr_array_index (identity->keys, i), BV_FORMAT_HELPER_TEXT);
      bv_sheet_text (&sheet, i, 1, g_ptr_array_index (identity->values, i), BV_FORMAT_HELPER_TEXT);
      bv_sheet_end_row (&sheet, i);
      bv_book_advance (book);
    }
  worksheet_hide (sheet.worksheet);
  bv_form_cells_protect (&sheet);
  bv_sheet_clear (&sheet);
}
