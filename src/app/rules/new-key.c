/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/rules/new-key.h"

#include "core/text/vietnamese.h"
#include "store/edit.h"

static gboolean
is_taken (BvSession *session, const BvEntity *entity, const char *key)
{
  gint64 campaign = bv_session_get_campaign (session);

  return bv_edit_find (bv_session_get_library (session), campaign, entity, campaign, key, NULL) != 0;
}

/**
 * bv_new_key_take:
 * @session: a session with a campaign
 * @record: a new record of the campaign, which has a key
 * @name: what people call it
 *
 * Gives it a key that follows its name, by which files and the command line name it, and that no other has;
 * it keeps its own where the name makes none.
 */
void
bv_new_key_take (BvSession *session, gpointer record, const char *name)
{
  const BvEntity *entity = ((const BvRecord *) record)->entity;
  g_autofree char *slug = bv_vietnamese_slug (name);
  g_autofree char *key = g_strdup (slug);
  char **place = &BV_FIELD_STRING (record, bv_entity_key_field (entity));

  if (*slug == '\0')
    return;
  for (guint i = 2; is_taken (session, entity, key); i++)
    {
      g_free (key);
      key = g_strdup_printf ("%s-%u", slug, i);
    }
  g_free (*place);
  *place = g_steal_pointer (&key);
}
