/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/check-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  char *path;      /* of what is wrong, from the record that was checked; NULL or "": the record itself */
  char *complaint; /* what is wrong with it */
} BvCheckErrorPrivate;

static void
bv_check_error_private_init (BvCheckErrorPrivate *self)
{
  self->path = NULL;
  self->complaint = NULL;
}

static void
bv_check_error_private_copy (const BvCheckErrorPrivate *from, BvCheckErrorPrivate *to)
{
  to->path = g_strdup (from->path);
  to->complaint = g_strdup (from->complaint);
}

static void
bv_check_error_private_clear (BvCheckErrorPrivate *self)
{
  g_free (self->path);
  g_free (self->complaint);
}

G_DEFINE_EXTENDED_ERROR (BvCheckError, bv_check_error)

/* The message is always both. */
static void
take_path (GError *error, char *path)
{
  BvCheckErrorPrivate *self = bv_check_error_get_private (error);

  g_free (self->path);
  self->path = path;
  g_free (error->message);
  error->message
    = *path != '\0' ? g_strconcat (path, ": ", self->complaint, NULL) : g_strdup (self->complaint);
}

/**
 * bv_check_fail:
 * @error: (optional): return location for a %BV_CHECK_ERROR
 * @path: the field that is wrong, or what leads to it (`person.name`); "": the record itself
 * @format: what is wrong with it, and what to do
 * @...: its arguments
 *
 * The message of the error is `path: complaint`.
 *
 * Returns: %FALSE, with @error set
 */
gboolean
bv_check_fail (GError **error, const char *path, const char *format, ...)
{
  BvCheckErrorPrivate *self;
  va_list args;

  if (error == NULL)
    return FALSE;
  g_return_val_if_fail (*error == NULL, FALSE);
  *error = g_error_new_literal (BV_CHECK_ERROR, BV_CHECK_ERROR_CONTENT, "");
  self = bv_check_error_get_private (*error);
  va_start (args, format);
  self->complaint = g_strdup_vprintf (format, args);
  va_end (args);
  take_path (*error, g_strdup (path));
  return FALSE;
}

/**
 * bv_check_fail_within:
 * @error: (optional): a %BV_CHECK_ERROR that is set
 * @format: where the record that was checked lies (`units[%u]`)
 * @...: its arguments
 *
 * Puts a step before the path of the error.
 *
 * Returns: %FALSE
 */
gboolean
bv_check_fail_within (GError **error, const char *format, ...)
{
  g_autofree char *step = NULL;
  const char *path;
  va_list args;

  if (error == NULL)
    return FALSE;
  va_start (args, format);
  step = g_strdup_vprintf (format, args);
  va_end (args);
  path = bv_check_error_get_path (*error);
  take_path (*error, *path != '\0' ? g_strconcat (step, ".", path, NULL) : g_steal_pointer (&step));
  return FALSE;
}

/**
 * bv_check_error_get_path:
 * @error: an error of any kind
 *
 * Returns: (transfer none): the path of what is wrong (`nominees[3].group`); "" where the error has none
 */
const char *
bv_check_error_get_path (const GError *error)
{
  const char *path = error->domain == BV_CHECK_ERROR ? bv_check_error_get_private (error)->path : NULL;

  return path != NULL ? path : "";
}

/**
 * bv_check_error_leave:
 * @error: an error of any kind
 * @step: where the reader of the message is
 *
 * Takes the step off the beginning of the error's path, if it stands there.
 */
void
bv_check_error_leave (GError *error, const char *step)
{
  const char *path = bv_check_error_get_path (error);
  gsize length = strlen (step);

  if (g_str_equal (path, step))
    take_path (error, g_strdup (""));
  else if (g_str_has_prefix (path, step) && path[length] == '.')
    take_path (error, g_strdup (path + length + 1));
}

/* `holds[1]` of a nominee is its second hold. */
static const BvField *
append_title (GString *titles, const BvEntity *entity, const char *step)
{
  g_auto (GStrv) parts = g_strsplit (step, "[", 2);
  const BvField *field = entity != NULL ? bv_entity_find_field (entity, parts[0]) : NULL;

  if (field == NULL)
    return NULL;
  g_string_append_printf (titles, "%s%s", titles->len > 0 ? ", " : "", _ (field->title));
  if (parts[1] != NULL)
    g_string_append_printf (titles, " %u", (guint) g_ascii_strtoull (parts[1], NULL, 10) + 1);
  return field;
}

static char *
write_titles (const char *path, const BvEntity *entity)
{
  g_auto (GStrv) steps = g_strsplit (path, ".", -1);
  const BvField *field = bv_entity_find_field (entity, path);
  g_autoptr (GString) titles = g_string_new (NULL);

  /* The name of a field may have a dot itself. */
  if (field != NULL)
    return g_strdup (_ (field->title));
  for (guint i = 0; steps[i] != NULL; i++)
    {
      field = append_title (titles, entity, steps[i]);
      if (field == NULL)
        return NULL;
      entity = field->target;
    }
  return g_strdup (titles->str);
}

/**
 * bv_check_error_title:
 * @error: an error of any kind
 * @entity: what its path begins in
 *
 * Has the message name what is wrong as the screen does, not as files do; the path stays. A path that leads
 * elsewhere stays in the message as it is.
 */
void
bv_check_error_title (GError *error, const BvEntity *entity)
{
  const char *path = bv_check_error_get_path (error);
  g_autofree char *titles = *path != '\0' ? write_titles (path, entity) : NULL;

  if (titles == NULL)
    return;
  g_free (error->message);
  error->message = g_strconcat (titles, ": ", bv_check_error_get_private (error)->complaint, NULL);
}
