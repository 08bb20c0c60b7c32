/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz-target.h"
#include "source-target.h"

/* The bytes are a workbook of old. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  source_target_read_file (data, size);
  return 0;
}
