/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/container/container-error.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (bv_container_error, bv_container_error)

static const char *const words[] = {
  [BV_CONTAINER_ERROR_ABSENT]
  = N_ ("the file or folder cannot be read: check its name and place, or copy it to this computer"),
  [BV_CONTAINER_ERROR_EMPTY] = N_ ("there is no file in it: ask for it once more"),
  [BV_CONTAINER_ERROR_DAMAGED] = N_ (
    "the archive or mail is damaged, perhaps cut off on its way; nothing of it was taken: ask for it once "
    "more"),
  [BV_CONTAINER_ERROR_PASSWORD] = N_ (
    "it is locked by a password; nothing of it was taken: unpack it, and take in the folder with its files"),
  [BV_CONTAINER_ERROR_METHOD] = N_ (
    "it is packed in a way that is not read here; nothing of it was taken: unpack it, and take in the folder "
    "with its files"),
  [BV_CONTAINER_ERROR_BOMB] = N_ (
    "there is far more in it than answers have; nothing of it was taken: unpack it, and take in the files "
    "that belong here"),
  [BV_CONTAINER_ERROR_DEEP]
  = N_ ("it lies within too many other archives: unpack it, and take in the folder with its files"),
  [BV_CONTAINER_ERROR_MAIL]
  = N_ ("it is no mail that can be read here: save its attachments, and take in these"),
  [BV_CONTAINER_ERROR_HOSTILE]
  = N_ ("it did harm to what unpacked it; nothing of it was taken: ask who sent it"),
  [BV_CONTAINER_ERROR_COSTLY] = N_ (
    "it could not be unpacked within the limits of time and memory; nothing of it was taken: unpack it, and "
    "take in the folder with its files"),
};

/**
 * bv_container_refuse:
 * @code: why a container is not unpacked
 * @error: return location for a %BV_CONTAINER_ERROR
 *
 * Returns: %FALSE
 */
gboolean
bv_container_refuse (BvContainerError code, GError **error)
{
  g_set_error_literal (error, BV_CONTAINER_ERROR, code, _ (words[code]));
  return FALSE;
}
