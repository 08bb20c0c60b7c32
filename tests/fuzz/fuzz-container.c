/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "container-target.h"
#include "exchange/container/container.h"
#include "fuzz-target.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <unistd.h>

/* The bytes are an archive. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  ContainerTargetState state = { FALSE, 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  int fd = g_file_open_tmp ("bangvang-fuzz-XXXXXX.zip", &path, NULL);
  gboolean whole;

  setlocale (LC_CTYPE, "C.UTF-8");
  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (write (fd, data, size), ==, (ssize_t) size);
  close (fd);
  whole = bv_container_read (path, &container_target_sink, &state, &error);
  container_target_check (&state, whole, error);
  g_unlink (path);
  return 0;
}
