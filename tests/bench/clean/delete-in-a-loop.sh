#!/bin/sh
# What one types who has no helper: delete-in-a-loop.sh FILE, which has the words of one route in each line.
# A shell is what is measured here; nothing of the product runs one.
while read -r words; do
  # shellcheck disable=SC2086
  ip route del $words
done < "$1"
